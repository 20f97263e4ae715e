-- Facts are only ever added, and what may change says so by its version.

CREATE FUNCTION refuse_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'restrict_violation', TABLE = TG_TABLE_NAME;
END $$;

DO $$
DECLARE
  append_only text;
BEGIN
  FOREACH append_only IN ARRAY ARRAY['operation', 'protocol_version', 'protocol_device_plan', 'protocol_notice',
    'course_event', 'turn_report', 'measurement', 'flag_decision', 'audit_event']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()',
      append_only || '_append_only', append_only);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
      append_only || '_no_truncate', append_only);
  END LOOP;
END $$;

-- A correction is of the same case (and device), and is not of itself.
CREATE FUNCTION check_correction() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  same boolean;
BEGIN
  EXECUTE format('SELECT (to_jsonb(old.*) ->> ''case_id'')::uuid = $2 AND (to_jsonb(old.*) ->> %L) IS NOT DISTINCT FROM $3 FROM %I AS old WHERE id = $1',
    TG_ARGV[0], TG_TABLE_NAME)
    INTO same USING NEW.corrects_id, NEW.case_id, to_jsonb(NEW) ->> TG_ARGV[0];
  IF same IS NOT TRUE THEN
    RAISE EXCEPTION 'a correction must name an earlier row of the same case and %', TG_ARGV[0]
      USING ERRCODE = 'foreign_key_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = TG_TABLE_NAME || '_correction';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER turn_report_correction BEFORE INSERT ON turn_report
  FOR EACH ROW WHEN (NEW.corrects_id IS NOT NULL) EXECUTE FUNCTION check_correction('device_id');
CREATE TRIGGER measurement_correction BEFORE INSERT ON measurement
  FOR EACH ROW WHEN (NEW.corrects_id IS NOT NULL) EXECUTE FUNCTION check_correction('kind');
CREATE TRIGGER course_event_correction BEFORE INSERT ON course_event
  FOR EACH ROW WHEN (NEW.corrects_id IS NOT NULL) EXECUTE FUNCTION check_correction('kind');
CREATE TRIGGER operation_correction BEFORE INSERT ON operation
  FOR EACH ROW WHEN (NEW.corrects_id IS NOT NULL) EXECUTE FUNCTION check_correction('kind');

-- A case has one index operation: what was corrected or withdrawn no longer counts.
CREATE FUNCTION check_one_index_operation() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM operation AS o WHERE o.case_id = NEW.case_id AND o.kind = 'index' AND NOT o.retracted
    AND NOT EXISTS (SELECT FROM operation AS c WHERE c.corrects_id = o.id)) THEN
    RAISE EXCEPTION 'the case has an index operation'
      USING ERRCODE = 'unique_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = 'operation_one_index';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER operation_one_index BEFORE INSERT ON operation
  FOR EACH ROW WHEN (NEW.kind = 'index' AND NEW.corrects_id IS NULL) EXECUTE FUNCTION check_one_index_operation();

-- Versions of a protocol are 1, 2, 3 … without a gap. The case row is locked by whoever writes; the key refuses a race.
CREATE FUNCTION check_next_version() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  latest integer;
BEGIN
  SELECT coalesce(max(version), 0) INTO latest FROM protocol_version WHERE case_id = NEW.case_id;
  IF NEW.version <> latest + 1 THEN
    RAISE EXCEPTION 'the next version of this protocol is %, not %', latest + 1, NEW.version
      USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = 'protocol_version_gapless';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER protocol_version_gapless BEFORE INSERT ON protocol_version
  FOR EACH ROW EXECUTE FUNCTION check_next_version();

-- The amounts belong to their version: they come in its transaction, one per session.
CREATE FUNCTION check_device_plan() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  parent record;
BEGIN
  SELECT cardinality(sessions) AS sessions, xmin = pg_current_xact_id()::xid AS is_new INTO parent
  FROM protocol_version WHERE case_id = NEW.case_id AND version = NEW.version;
  IF NOT FOUND THEN RETURN NEW; END IF;
  IF NOT parent.is_new THEN
    RAISE EXCEPTION 'protocol_device_plan is append-only: its version was published before'
      USING ERRCODE = 'restrict_violation', TABLE = TG_TABLE_NAME;
  END IF;
  IF parent.sessions <> cardinality(NEW.per_session_centi) THEN
    RAISE EXCEPTION 'a device has one amount per session'
      USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = 'protocol_device_plan_sessions';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER protocol_device_plan_of_version BEFORE INSERT ON protocol_device_plan
  FOR EACH ROW EXECUTE FUNCTION check_device_plan();

-- A version without an amount for any device prescribes nothing.
CREATE FUNCTION check_version_has_plan() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM protocol_device_plan WHERE case_id = NEW.case_id AND version = NEW.version) THEN
    RAISE EXCEPTION 'a protocol version names at least one device'
      USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = 'protocol_version_has_plan';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER protocol_version_has_plan AFTER INSERT ON protocol_version
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_version_has_plan();

-- What may change counts its changes, stays where it belongs and is never deleted.
CREATE FUNCTION check_new_version() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.version <> OLD.version + 1 THEN
    RAISE EXCEPTION '% changes from version % to %, not to %', TG_TABLE_NAME, OLD.version, OLD.version + 1, NEW.version
      USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = TG_TABLE_NAME || '_version';
  END IF;
  IF EXISTS (SELECT FROM unnest(TG_ARGV) AS fixed WHERE to_jsonb(OLD) -> fixed IS DISTINCT FROM to_jsonb(NEW) -> fixed) THEN
    RAISE EXCEPTION '% keeps its %', TG_TABLE_NAME, array_to_string(TG_ARGV, ', ')
      USING ERRCODE = 'restrict_violation', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER patient_versioned BEFORE UPDATE ON patient
  FOR EACH ROW EXECUTE FUNCTION check_new_version('id', 'clinic_id', 'created_at');
CREATE TRIGGER caregiver_versioned BEFORE UPDATE ON caregiver
  FOR EACH ROW EXECUTE FUNCTION check_new_version('id', 'clinic_id', 'patient_id', 'created_at');
CREATE TRIGGER distraction_case_versioned BEFORE UPDATE ON distraction_case
  FOR EACH ROW EXECUTE FUNCTION check_new_version('id', 'clinic_id', 'patient_id', 'opened_at');
CREATE TRIGGER device_versioned BEFORE UPDATE ON device
  FOR EACH ROW EXECUTE FUNCTION check_new_version('id', 'case_id', 'recorded_by', 'recorded_at');

CREATE TRIGGER patient_kept BEFORE DELETE ON patient FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER caregiver_kept BEFORE DELETE ON caregiver FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER distraction_case_kept BEFORE DELETE ON distraction_case FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER device_kept BEFORE DELETE ON device FOR EACH ROW EXECUTE FUNCTION refuse_change();
