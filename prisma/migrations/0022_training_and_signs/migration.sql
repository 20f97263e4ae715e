-- What was recorded of a caregiver's training, and when: a turn is judged by what was on record as it was done. A row
-- for the caregiver as added, and for each later version that says another time, or that there was no training.
CREATE TABLE caregiver_training (
  caregiver_id uuid NOT NULL,
  version integer NOT NULL,
  taught_at timestamptz(3),
  recorded_at timestamptz(3) NOT NULL,
  CONSTRAINT caregiver_training_pkey PRIMARY KEY (caregiver_id, version),
  CONSTRAINT caregiver_training_caregiver_id_fkey FOREIGN KEY (caregiver_id) REFERENCES caregiver (id) ON DELETE RESTRICT ON UPDATE CASCADE
);

-- When what is on record came there was not kept until now: it counts as said from the start.
INSERT INTO caregiver_training (caregiver_id, version, taught_at, recorded_at)
SELECT id, version, taught_at, created_at FROM caregiver;

CREATE TRIGGER caregiver_training_append_only BEFORE UPDATE OR DELETE ON caregiver_training
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER caregiver_training_no_truncate BEFORE TRUNCATE ON caregiver_training
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- No caregiver's training without its record, whatever writes it.
CREATE FUNCTION check_training_recorded() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM caregiver_training t WHERE t.caregiver_id = NEW.id AND t.version = NEW.version
    AND t.taught_at IS NOT DISTINCT FROM NEW.taught_at) THEN
    RAISE EXCEPTION 'the training of a caregiver is recorded with its version'
      USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = 'caregiver_training_recorded';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER caregiver_added_with_training AFTER INSERT ON caregiver
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_training_recorded();
CREATE CONSTRAINT TRIGGER caregiver_changed_with_training AFTER UPDATE ON caregiver
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.taught_at IS DISTINCT FROM OLD.taught_at)
  EXECUTE FUNCTION check_training_recorded();

-- One list of warning signs for calls, turns and complications.
ALTER TABLE complication
  DROP CONSTRAINT complication_signs_check,
  ADD CONSTRAINT complication_signs_check CHECK (signs IS NOT NULL AND are_signs(signs));
