-- The hardware before the second operation, what was found when it came out, and the visits that are planned after it.
CREATE TABLE removal_report (
  operation_id uuid NOT NULL,
  case_id uuid NOT NULL,
  booking_id uuid,
  started_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3) NOT NULL,
  findings text NOT NULL,
  stayed_in text,
  complications text,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  CONSTRAINT removal_report_pkey PRIMARY KEY (operation_id),
  CONSTRAINT removal_report_times_check CHECK (ended_at > started_at AND ended_at - started_at <= interval '24 hours'),
  CONSTRAINT removal_report_findings_check CHECK (says_something(findings, 2000)),
  CONSTRAINT removal_report_stayed_in_check CHECK (says_something(stayed_in, 1000)),
  CONSTRAINT removal_report_complications_check CHECK (says_something(complications, 1000))
);
CREATE INDEX removal_report_case_id_idx ON removal_report (case_id);

CREATE TABLE follow_up_visit (
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  operation_id uuid NOT NULL,
  day date NOT NULL,
  purpose text NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  CONSTRAINT follow_up_visit_pkey PRIMARY KEY (id),
  CONSTRAINT follow_up_visit_day_check CHECK (day BETWEEN '1990-01-01' AND '2200-01-01'),
  CONSTRAINT follow_up_visit_purpose_check CHECK (says_something(purpose, 200))
);
CREATE INDEX follow_up_visit_case_id_idx ON follow_up_visit (case_id);

-- What theatre needs to know of a device before it comes out; the latest entry of a device holds.
CREATE TABLE hardware_entry (
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  device_id uuid NOT NULL,
  arm text NOT NULL,
  stays_in text,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  CONSTRAINT hardware_entry_pkey PRIMARY KEY (id),
  CONSTRAINT hardware_entry_arm_check CHECK (arm IN ('on', 'off', 'unknown')),
  CONSTRAINT hardware_entry_stays_in_check CHECK (says_something(stays_in, 300))
);
CREATE INDEX hardware_entry_case_id_idx ON hardware_entry (case_id);

ALTER TABLE hardware_entry
  ADD CONSTRAINT hardware_entry_case_id_device_id_fkey FOREIGN KEY (case_id, device_id) REFERENCES device (case_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT hardware_entry_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE removal_report
  ADD CONSTRAINT removal_report_case_id_operation_id_fkey FOREIGN KEY (case_id, operation_id) REFERENCES operation (case_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT removal_report_booking_id_fkey FOREIGN KEY (booking_id) REFERENCES booking (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT removal_report_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE follow_up_visit
  ADD CONSTRAINT follow_up_visit_case_id_operation_id_fkey FOREIGN KEY (case_id, operation_id) REFERENCES operation (case_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT follow_up_visit_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$
DECLARE
  append_only text;
BEGIN
  FOREACH append_only IN ARRAY ARRAY['hardware_entry', 'removal_report', 'follow_up_visit']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()',
      append_only || '_append_only', append_only);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
      append_only || '_no_truncate', append_only);
  END LOOP;
END $$;
