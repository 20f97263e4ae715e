-- Why the course was decided, from the same list as an amendment; early removal; and when the family was told of it.

ALTER TABLE course_event
  ADD COLUMN reason_code text NOT NULL DEFAULT 'other',
  DROP CONSTRAINT course_event_kind_check;
ALTER TABLE course_event
  ALTER COLUMN reason_code DROP DEFAULT,
  ADD CONSTRAINT course_event_kind_check CHECK (kind IN
    ('activation-ended', 'activation-resumed', 'consolidation-started', 'stopped-early', 'early-removal-decided')),
  ADD CONSTRAINT course_event_reason_code_check CHECK (reason_code ~ '^[a-z]+(-[a-z]+)*$' AND char_length(reason_code) <= 60);

CREATE TABLE course_notice (
  event_id uuid NOT NULL,
  told_at timestamptz(3) NOT NULL,
  told_by uuid NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  CONSTRAINT course_notice_pkey PRIMARY KEY (event_id),
  CONSTRAINT course_notice_told_at_check CHECK (told_at >= '1990-01-01' AND told_at <= recorded_at + interval '5 minutes')
);
ALTER TABLE course_notice ADD CONSTRAINT course_notice_event_id_fkey
  FOREIGN KEY (event_id) REFERENCES course_event (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE course_notice ADD CONSTRAINT course_notice_told_by_fkey
  FOREIGN KEY (told_by) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE course_notice ADD CONSTRAINT course_notice_recorded_by_fkey
  FOREIGN KEY (recorded_by) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER course_notice_append_only BEFORE UPDATE OR DELETE ON course_notice
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER course_notice_no_truncate BEFORE TRUNCATE ON course_notice
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
