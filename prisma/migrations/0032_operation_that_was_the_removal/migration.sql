-- An operation that took the last device out, recorded under another name, turns out to have been the removal: its report
-- corrects it. No other kind of operation becomes one of another kind.
DROP TRIGGER operation_correction ON operation;
CREATE TRIGGER operation_correction BEFORE INSERT ON operation
  FOR EACH ROW WHEN (NEW.corrects_id IS NOT NULL AND NEW.kind <> 'removal') EXECUTE FUNCTION check_correction('kind');

CREATE FUNCTION check_removal_correction() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM operation AS o WHERE o.id = NEW.corrects_id AND o.case_id = NEW.case_id AND o.kind <> 'index') THEN
    RAISE EXCEPTION 'a removal corrects an earlier removal or another operation of the same case'
      USING ERRCODE = 'foreign_key_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = 'operation_correction';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER operation_removal_correction BEFORE INSERT ON operation
  FOR EACH ROW WHEN (NEW.corrects_id IS NOT NULL AND NEW.kind = 'removal') EXECUTE FUNCTION check_removal_correction();
