-- What kind of amendment a version is, why, what else it says, and what a surgeon said of one that needed his signature.

ALTER TABLE protocol_version
  ADD COLUMN kind text NOT NULL DEFAULT 'change',
  ADD COLUMN reason_code text NOT NULL DEFAULT 'other',
  ADD COLUMN latency_days integer,
  ADD COLUMN stop_visit_day date,
  ADD COLUMN unusual text[] NOT NULL DEFAULT '{}',
  ADD COLUMN cosign_by timestamptz(3);

-- The versions that are there were written before there were kinds: the first of each case is known for what it is.
ALTER TABLE protocol_version DISABLE TRIGGER protocol_version_append_only;
UPDATE protocol_version SET kind = 'first', reason_code = 'first-prescription' WHERE version = 1;
ALTER TABLE protocol_version ENABLE TRIGGER protocol_version_append_only;

ALTER TABLE protocol_version
  ALTER COLUMN kind DROP DEFAULT,
  ALTER COLUMN reason_code DROP DEFAULT,
  ALTER COLUMN unusual DROP DEFAULT,
  ADD CONSTRAINT protocol_version_kind_check CHECK (kind IN ('first', 'change', 'hold', 'resume', 'reverse', 'exchange')),
  ADD CONSTRAINT protocol_version_reason_code_check CHECK (reason_code ~ '^[a-z]+(-[a-z]+)*$' AND char_length(reason_code) <= 60),
  ADD CONSTRAINT protocol_version_latency_days_check CHECK (latency_days BETWEEN 0 AND 1000),
  ADD CONSTRAINT protocol_version_stop_visit_day_check CHECK (stop_visit_day >= from_day),
  ADD CONSTRAINT protocol_version_unusual_check CHECK (cardinality(unusual) <= 20 AND array_position(unusual, NULL) IS NULL),
  -- Nothing waits for a signature without a reason, and what waits does so until a time.
  ADD CONSTRAINT protocol_version_cosign_by_check CHECK (cosign_by IS NULL OR (cosign_by > recorded_at AND cardinality(unusual) > 0));

ALTER TABLE protocol_notice ADD COLUMN told_by uuid;
ALTER TABLE protocol_notice ADD CONSTRAINT protocol_notice_told_by_fkey
  FOREIGN KEY (told_by) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;

-- A version that waits for a signature gets one answer. Co-signed, it holds from the slot named here.
CREATE TABLE protocol_review (
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  version integer NOT NULL,
  decision text NOT NULL,
  from_day date,
  from_slot integer,
  note text,
  by_id uuid NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  CONSTRAINT protocol_review_pkey PRIMARY KEY (case_id,version),
  CONSTRAINT protocol_review_decision_check CHECK (decision IN ('co-signed', 'declined')),
  CONSTRAINT protocol_review_from_check CHECK (
    (decision = 'co-signed') = (from_day IS NOT NULL) AND (from_day IS NULL) = (from_slot IS NULL)),
  CONSTRAINT protocol_review_from_slot_check CHECK (from_slot BETWEEN 1 AND 24),
  CONSTRAINT protocol_review_note_check CHECK (says_something(note, 1000) AND (decision = 'co-signed' OR note IS NOT NULL))
);
CREATE UNIQUE INDEX protocol_review_id_key ON protocol_review(id);
ALTER TABLE protocol_review ADD CONSTRAINT protocol_review_case_id_version_fkey
  FOREIGN KEY (case_id, version) REFERENCES protocol_version (case_id, version) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE protocol_review ADD CONSTRAINT protocol_review_by_id_fkey
  FOREIGN KEY (by_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER protocol_review_append_only BEFORE UPDATE OR DELETE ON protocol_review
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER protocol_review_no_truncate BEFORE TRUNCATE ON protocol_review
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Only what waits is answered, not what has run out, and nobody signs for himself.
CREATE FUNCTION check_protocol_review() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  asked record;
BEGIN
  SELECT cosign_by, author_id INTO asked FROM protocol_version WHERE case_id = NEW.case_id AND version = NEW.version;
  IF FOUND AND (asked.cosign_by IS NULL OR asked.cosign_by <= NEW.recorded_at OR asked.author_id = NEW.by_id) THEN
    RAISE EXCEPTION 'version % does not wait for this signature', NEW.version
      USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = 'protocol_review_awaited';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER protocol_review_awaited BEFORE INSERT ON protocol_review
  FOR EACH ROW EXECUTE FUNCTION check_protocol_review();

-- Settings that came later, with the values that a new clinic is given; what a clinic has set stays.
UPDATE clinic SET defaults = '{"cosignHours": 48, "retroactiveHours": 72}'::jsonb || defaults;
