-- How far ahead a free time in theatre is offered: clinic data. Those who have settings get the default of the program.
ALTER TABLE theatre_settings ADD COLUMN lead_min integer NOT NULL DEFAULT 1440;
ALTER TABLE theatre_settings ADD CONSTRAINT theatre_settings_lead_check CHECK (lead_min BETWEEN 0 AND 43200);
-- A judgement says of a booking that its time has passed, which devices are on hold, and in the list when theatre is: all
-- are due to be judged anew, and are by whoever reads next.
UPDATE case_standing SET reassess_at = least(reassess_at, now());
