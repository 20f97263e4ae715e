-- The message that wakes who listens is sent by the writer, right behind its commit: inside, PostgreSQL lets commits wait
-- for one another until each has reached the disk. Whoever writes past the program is heard of within ten seconds.
CREATE OR REPLACE FUNCTION note_case_change() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  standing case_standing := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  INSERT INTO case_change AS c (case_id, clinic_id, changed_in)
  VALUES (standing.case_id, standing.clinic_id, pg_current_xact_id()::text::bigint)
  ON CONFLICT (case_id) DO UPDATE SET changed_in = excluded.changed_in WHERE c.changed_in <> excluded.changed_in;
  RETURN NULL;
END $$;
