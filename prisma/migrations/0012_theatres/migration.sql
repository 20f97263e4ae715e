-- Theatres, who works in them and when, and the removals that are booked there.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- What a clinic has set for its theatres; no row: the defaults of the program hold.
CREATE TABLE theatre_settings (
  clinic_id uuid NOT NULL,
  removal_min integer NOT NULL,
  hold_min integer NOT NULL,
  names_in_calendars boolean NOT NULL,
  checks jsonb NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT theatre_settings_pkey PRIMARY KEY (clinic_id),
  CONSTRAINT theatre_settings_minutes_check CHECK (removal_min BETWEEN 5 AND 1440 AND hold_min BETWEEN 1 AND 43200),
  CONSTRAINT theatre_settings_checks_check CHECK (jsonb_typeof(checks) = 'array')
);

-- Minutes are of the clinic's local day; past 1440 is after midnight.
CREATE TABLE room (
  id uuid NOT NULL,
  clinic_id uuid NOT NULL,
  name text NOT NULL,
  weekdays integer[],
  opens_min integer NOT NULL,
  closes_min integer NOT NULL,
  cleaning_min integer NOT NULL,
  retired_at timestamptz(3),
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT room_pkey PRIMARY KEY (id),
  CONSTRAINT room_name_check CHECK (says_something(name, 60)),
  CONSTRAINT room_weekdays_check CHECK (weekdays IS NOT NULL AND array_position(weekdays, NULL) IS NULL
    AND 0 <= ALL (weekdays) AND 6 >= ALL (weekdays)),
  CONSTRAINT room_hours_check CHECK (opens_min BETWEEN 0 AND 1439 AND closes_min > opens_min AND closes_min <= opens_min + 1440),
  CONSTRAINT room_cleaning_min_check CHECK (cleaning_min BETWEEN 0 AND 480)
);
CREATE UNIQUE INDEX room_clinic_id_id_key ON room (clinic_id, id);
CREATE UNIQUE INDEX room_name_in_use_key ON room (clinic_id, lower(name)) WHERE retired_at IS NULL;

-- Anaesthetists do not sign in: they are names that the clinic keeps.
CREATE TABLE anaesthetist (
  id uuid NOT NULL,
  clinic_id uuid NOT NULL,
  name text NOT NULL,
  retired_at timestamptz(3),
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT anaesthetist_pkey PRIMARY KEY (id),
  CONSTRAINT anaesthetist_name_check CHECK (says_something(name, 120))
);
CREATE UNIQUE INDEX anaesthetist_clinic_id_id_key ON anaesthetist (clinic_id, id);
CREATE UNIQUE INDEX anaesthetist_name_in_use_key ON anaesthetist (clinic_id, lower(name)) WHERE retired_at IS NULL;

-- A surgeon's time in a room, each week from a day on. It may end after midnight.
CREATE TABLE surgeon_block (
  id uuid NOT NULL,
  clinic_id uuid NOT NULL,
  surgeon_id uuid NOT NULL,
  room_id uuid NOT NULL,
  weekday integer NOT NULL,
  from_min integer NOT NULL,
  until_min integer NOT NULL,
  first_day date NOT NULL,
  last_day date,
  removed_at timestamptz(3),
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT surgeon_block_pkey PRIMARY KEY (id),
  CONSTRAINT surgeon_block_weekday_check CHECK (weekday BETWEEN 0 AND 6),
  CONSTRAINT surgeon_block_minutes_check CHECK (from_min BETWEEN 0 AND 1439 AND until_min > from_min AND until_min <= from_min + 1440),
  CONSTRAINT surgeon_block_days_check CHECK (last_day IS NULL OR last_day >= first_day)
);
CREATE UNIQUE INDEX surgeon_block_clinic_id_id_key ON surgeon_block (clinic_id, id);

-- One day on which a block is otherwise: other hours, or (both null) not at all. The latest entry of a day holds.
CREATE TABLE block_exception (
  id uuid NOT NULL,
  clinic_id uuid NOT NULL,
  block_id uuid NOT NULL,
  day date NOT NULL,
  from_min integer,
  until_min integer,
  reason text NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  CONSTRAINT block_exception_pkey PRIMARY KEY (id),
  CONSTRAINT block_exception_minutes_check CHECK ((from_min IS NULL) = (until_min IS NULL)
    AND (from_min IS NULL OR (from_min BETWEEN 0 AND 1439 AND until_min > from_min AND until_min <= from_min + 1440))),
  CONSTRAINT block_exception_reason_check CHECK (says_something(reason, 300))
);
CREATE INDEX block_exception_block_id_day_idx ON block_exception (block_id, day);

-- Days on which a surgeon or an anaesthetist is away.
CREATE TABLE staff_leave (
  id uuid NOT NULL,
  clinic_id uuid NOT NULL,
  person_id uuid,
  anaesthetist_id uuid,
  first_day date NOT NULL,
  last_day date NOT NULL,
  note text,
  removed_at timestamptz(3),
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT staff_leave_pkey PRIMARY KEY (id),
  CONSTRAINT staff_leave_whose_check CHECK ((person_id IS NULL) <> (anaesthetist_id IS NULL)),
  CONSTRAINT staff_leave_days_check CHECK (last_day >= first_day),
  CONSTRAINT staff_leave_note_check CHECK (says_something(note, 300))
);
CREATE INDEX staff_leave_clinic_id_last_day_idx ON staff_leave (clinic_id, last_day);

CREATE TABLE booking (
  id uuid NOT NULL,
  clinic_id uuid NOT NULL,
  case_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT booking_pkey PRIMARY KEY (id)
);
CREATE INDEX booking_case_id_idx ON booking (case_id);
CREATE INDEX booking_clinic_id_idx ON booking (clinic_id);

-- The history of a booking. What takes up time names room, surgeon and times; the rest leaves them out.
CREATE TABLE booking_state (
  booking_id uuid NOT NULL,
  seq integer NOT NULL,
  change text NOT NULL,
  room_id uuid,
  surgeon_id uuid,
  anaesthetist_id uuid,
  starts_at timestamptz(3),
  ends_at timestamptz(3),
  cleaning_min integer,
  hold_until timestamptz(3),
  reason text,
  departures text[],
  earliest_day date,
  latest_day date,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  CONSTRAINT booking_state_pkey PRIMARY KEY (booking_id, seq),
  CONSTRAINT booking_state_change_check CHECK (change IN ('held', 'confirmed', 'moved', 'postponed', 'cancelled', 'expired', 'done')),
  CONSTRAINT booking_state_departures_check CHECK (departures IS NOT NULL AND departures <@ ARRAY['before-window', 'after-window',
    'window-not-assessable', 'outside-block', 'outside-hours', 'on-leave']),
  CONSTRAINT booking_state_place_check CHECK (CASE WHEN change IN ('held', 'confirmed', 'moved')
    THEN num_nulls(room_id, surgeon_id, starts_at, ends_at, cleaning_min) = 0 AND ends_at > starts_at AND cleaning_min >= 0
    ELSE num_nonnulls(room_id, surgeon_id, anaesthetist_id, starts_at, ends_at, cleaning_min, hold_until) = 0 END),
  CONSTRAINT booking_state_hold_check CHECK (change <> 'held' OR hold_until IS NOT NULL),
  CONSTRAINT booking_state_confirmed_check CHECK (change <> 'confirmed' OR hold_until IS NULL),
  CONSTRAINT booking_state_length_check CHECK (ends_at - starts_at <= interval '24 hours'),
  CONSTRAINT booking_state_reason_check CHECK (says_something(reason, 500)),
  -- Postponed, cancelled and whatever departs from the window, the block, the hours or a leave says why.
  CONSTRAINT booking_state_reason_given_check CHECK (reason IS NOT NULL
    OR (change NOT IN ('postponed', 'cancelled') AND cardinality(departures) = 0))
);
CREATE INDEX booking_state_starts_at_idx ON booking_state (starts_at);

-- The time that each booking takes up now: follows the history by itself, and is what two bookings cannot share.
CREATE TABLE theatre_slot (
  booking_id uuid NOT NULL,
  clinic_id uuid NOT NULL,
  case_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  room_id uuid NOT NULL,
  surgeon_id uuid NOT NULL,
  anaesthetist_id uuid,
  during tstzrange NOT NULL,
  room_during tstzrange NOT NULL,
  hold_until timestamptz(3),
  CONSTRAINT theatre_slot_pkey PRIMARY KEY (booking_id),
  CONSTRAINT theatre_slot_room_free EXCLUDE USING gist (room_id WITH =, room_during WITH &&),
  CONSTRAINT theatre_slot_surgeon_free EXCLUDE USING gist (surgeon_id WITH =, during WITH &&),
  CONSTRAINT theatre_slot_patient_free EXCLUDE USING gist (patient_id WITH =, during WITH &&),
  CONSTRAINT theatre_slot_anaesthetist_free EXCLUDE USING gist (anaesthetist_id WITH =, during WITH &&)
);
CREATE UNIQUE INDEX theatre_slot_case_id_key ON theatre_slot (case_id);
CREATE INDEX theatre_slot_clinic_id_idx ON theatre_slot (clinic_id);

-- What a person found of one pre-operative check; the latest of a key holds.
CREATE TABLE preoperative_check (
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  key text NOT NULL,
  state text NOT NULL,
  note text,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  CONSTRAINT preoperative_check_pkey PRIMARY KEY (id),
  CONSTRAINT preoperative_check_key_check CHECK (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND char_length(key) <= 60),
  CONSTRAINT preoperative_check_state_check CHECK (state IN ('passed', 'failed', 'not-needed')),
  CONSTRAINT preoperative_check_note_check CHECK (says_something(note, 500))
);
CREATE INDEX preoperative_check_case_id_idx ON preoperative_check (case_id);

ALTER TABLE theatre_settings ADD CONSTRAINT theatre_settings_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE room ADD CONSTRAINT room_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE anaesthetist ADD CONSTRAINT anaesthetist_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE surgeon_block
  ADD CONSTRAINT surgeon_block_surgeon_id_fkey FOREIGN KEY (surgeon_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT surgeon_block_clinic_id_room_id_fkey FOREIGN KEY (clinic_id, room_id) REFERENCES room (clinic_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE block_exception
  ADD CONSTRAINT block_exception_clinic_id_block_id_fkey FOREIGN KEY (clinic_id, block_id) REFERENCES surgeon_block (clinic_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT block_exception_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE staff_leave
  ADD CONSTRAINT staff_leave_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT staff_leave_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT staff_leave_clinic_id_anaesthetist_id_fkey FOREIGN KEY (clinic_id, anaesthetist_id) REFERENCES anaesthetist (clinic_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE booking
  ADD CONSTRAINT booking_clinic_id_case_id_fkey FOREIGN KEY (clinic_id, case_id) REFERENCES distraction_case (clinic_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT booking_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE booking_state
  ADD CONSTRAINT booking_state_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES booking (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT booking_state_room_id_fkey FOREIGN KEY (room_id) REFERENCES room (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT booking_state_surgeon_id_fkey FOREIGN KEY (surgeon_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT booking_state_anaesthetist_id_fkey FOREIGN KEY (anaesthetist_id) REFERENCES anaesthetist (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT booking_state_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE theatre_slot ADD CONSTRAINT theatre_slot_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES booking (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE preoperative_check
  ADD CONSTRAINT preoperative_check_case_id_fkey FOREIGN KEY (case_id) REFERENCES distraction_case (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT preoperative_check_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$
DECLARE
  append_only text;
BEGIN
  FOREACH append_only IN ARRAY ARRAY['booking', 'booking_state', 'block_exception', 'preoperative_check']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()',
      append_only || '_append_only', append_only);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
      append_only || '_no_truncate', append_only);
  END LOOP;
END $$;

CREATE TRIGGER room_versioned BEFORE UPDATE ON room
  FOR EACH ROW EXECUTE FUNCTION check_new_version('id', 'clinic_id', 'created_at');
CREATE TRIGGER room_kept BEFORE DELETE ON room FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER surgeon_block_kept BEFORE DELETE ON surgeon_block FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER theatre_settings_versioned BEFORE UPDATE ON theatre_settings
  FOR EACH ROW EXECUTE FUNCTION check_new_version('clinic_id');

-- The history of a booking has no gap and ends with what ends it; the time it takes up follows it.
CREATE FUNCTION follow_booking() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  latest record;
BEGIN
  SELECT seq, change INTO latest FROM booking_state
  WHERE booking_id = NEW.booking_id AND seq <> NEW.seq ORDER BY seq DESC LIMIT 1;
  IF NEW.seq <> coalesce(latest.seq, 0) + 1 OR latest.change IN ('cancelled', 'done') THEN
    RAISE EXCEPTION 'the next entry of this booking is %', coalesce(latest.seq, 0) + 1
      USING ERRCODE = 'unique_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = 'booking_state_in_order';
  END IF;
  IF NEW.room_id IS NULL THEN
    DELETE FROM theatre_slot WHERE booking_id = NEW.booking_id;
  ELSE
    INSERT INTO theatre_slot (booking_id, clinic_id, case_id, patient_id, room_id, surgeon_id, anaesthetist_id, during, room_during, hold_until)
    SELECT b.id, b.clinic_id, b.case_id, b.patient_id, NEW.room_id, NEW.surgeon_id, NEW.anaesthetist_id,
      tstzrange(NEW.starts_at, NEW.ends_at), tstzrange(NEW.starts_at, NEW.ends_at + make_interval(mins => NEW.cleaning_min)), NEW.hold_until
    FROM booking b WHERE b.id = NEW.booking_id
    ON CONFLICT (booking_id) DO UPDATE SET room_id = excluded.room_id, surgeon_id = excluded.surgeon_id,
      anaesthetist_id = excluded.anaesthetist_id, during = excluded.during, room_during = excluded.room_during,
      hold_until = excluded.hold_until;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER booking_state_followed AFTER INSERT ON booking_state
  FOR EACH ROW EXECUTE FUNCTION follow_booking();
