-- What must hold of each row, whatever program writes it.

-- A text that says something, of bounded length; absent is allowed where the column is.
CREATE FUNCTION says_something(value text, longest integer) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN value IS NULL OR (btrim(value) <> '' AND char_length(value) <= longest);

-- Minutes of a day, ascending, each once.
CREATE FUNCTION are_sessions(minutes integer[]) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN cardinality(minutes) BETWEEN 1 AND 24
  AND array_position(minutes, NULL) IS NULL
  AND 0 <= ALL (minutes) AND 1440 > ALL (minutes)
  AND minutes = ARRAY(SELECT DISTINCT minute FROM unnest(minutes) AS minute ORDER BY minute);

ALTER TABLE clinic
  ADD CONSTRAINT clinic_slug_check CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND char_length(slug) <= 60),
  ADD CONSTRAINT clinic_name_check CHECK (says_something(name, 200)),
  ADD CONSTRAINT clinic_zone_check CHECK (zone ~ '^[A-Z][A-Za-z_]*(/[A-Za-z0-9_+-]+)*$' AND timezone(zone, now()) IS NOT NULL),
  ADD CONSTRAINT clinic_phone_check CHECK (says_something(phone, 60)),
  ADD CONSTRAINT clinic_defaults_check CHECK (jsonb_typeof(defaults) = 'object');

ALTER TABLE person
  ADD CONSTRAINT person_email_check CHECK (email = lower(email) AND email ~ '^[^@[:space:]]+@[^@[:space:]]+$' AND char_length(email) <= 254),
  ADD CONSTRAINT person_name_check CHECK (says_something(name, 200));

ALTER TABLE membership
  ADD CONSTRAINT membership_role_check CHECK (role IN ('surgeon', 'nurse', 'scheduler', 'administrator'));

ALTER TABLE session
  ADD CONSTRAINT session_token_hash_check CHECK (token_hash ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT session_times_check CHECK (last_seen_at >= created_at AND expires_at > created_at);

ALTER TABLE patient
  ADD CONSTRAINT patient_mrn_check CHECK (says_something(mrn, 40) AND mrn = btrim(mrn)),
  ADD CONSTRAINT patient_family_name_check CHECK (says_something(family_name, 120)),
  ADD CONSTRAINT patient_given_name_check CHECK (says_something(given_name, 120)),
  ADD CONSTRAINT patient_sex_check CHECK (sex IN ('female', 'male', 'other', 'unknown')),
  ADD CONSTRAINT patient_born_on_check CHECK (born_on BETWEEN '1900-01-01' AND '2200-01-01'),
  ADD CONSTRAINT patient_diagnosis_check CHECK (says_something(diagnosis, 300)),
  ADD CONSTRAINT patient_suture_codes_check CHECK (cardinality(suture_codes) <= 20 AND array_position(suture_codes, NULL) IS NULL),
  ADD CONSTRAINT patient_syndrome_check CHECK (says_something(syndrome, 120)),
  ADD CONSTRAINT patient_search_text_check CHECK (search_text LIKE ' _%'),
  ADD CONSTRAINT patient_version_check CHECK (version >= 1);

ALTER TABLE caregiver
  ADD CONSTRAINT caregiver_name_check CHECK (says_something(name, 120)),
  ADD CONSTRAINT caregiver_relation_check CHECK (says_something(relation, 60)),
  ADD CONSTRAINT caregiver_language_check CHECK (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  ADD CONSTRAINT caregiver_phone_check CHECK (says_something(phone, 60)),
  ADD CONSTRAINT caregiver_best_time_check CHECK (says_something(best_time, 120)),
  -- Taught is a record of who and when, or there is none.
  ADD CONSTRAINT caregiver_taught_check CHECK ((taught_by_id IS NULL) = (taught_at IS NULL)),
  ADD CONSTRAINT caregiver_teach_back_check CHECK (NOT teach_back_seen OR taught_at IS NOT NULL),
  ADD CONSTRAINT caregiver_version_check CHECK (version >= 1);

ALTER TABLE distraction_case
  ADD CONSTRAINT distraction_case_zone_check CHECK (zone ~ '^[A-Z][A-Za-z_]*(/[A-Za-z0-9_+-]+)*$' AND timezone(zone, now()) IS NOT NULL),
  ADD CONSTRAINT distraction_case_site_check CHECK (site IN (
    'posterior-cranial-vault', 'frontofacial-monobloc', 'le-fort-iii', 'maxilla', 'mandible', 'long-bone', 'other')),
  ADD CONSTRAINT distraction_case_closed_check CHECK (
    (closed_at IS NULL AND closed_as IS NULL AND close_reason IS NULL)
    OR (closed_at >= opened_at AND closed_as IS NOT NULL)),
  ADD CONSTRAINT distraction_case_closed_as_check CHECK (closed_as IN ('completed', 'transferred', 'died', 'entered-in-error')),
  ADD CONSTRAINT distraction_case_close_reason_check CHECK (says_something(close_reason, 500)),
  ADD CONSTRAINT distraction_case_version_check CHECK (version >= 1);

-- Five minutes: what a clock may be wrong by.
ALTER TABLE operation
  ADD CONSTRAINT operation_kind_check CHECK (kind IN ('index', 'removal', 'other')),
  ADD CONSTRAINT operation_ended_at_check CHECK (ended_at >= '1990-01-01' AND ended_at <= recorded_at + interval '5 minutes'),
  ADD CONSTRAINT operation_note_check CHECK (says_something(note, 2000)),
  ADD CONSTRAINT operation_retracted_check CHECK (NOT retracted OR corrects_id IS NOT NULL);
CREATE UNIQUE INDEX operation_corrects_id_key ON operation (corrects_id) WHERE corrects_id IS NOT NULL;

ALTER TABLE device_model
  ADD CONSTRAINT device_model_maker_check CHECK (says_something(maker, 120)),
  ADD CONSTRAINT device_model_name_check CHECK (says_something(name, 120)),
  ADD CONSTRAINT device_model_um_per_turn_check CHECK (um_per_turn BETWEEN 1 AND 10000),
  ADD CONSTRAINT device_model_actuations_per_turn_check CHECK (actuations_per_turn BETWEEN 1 AND 100),
  ADD CONSTRAINT device_model_travels_um_check CHECK (0 < ALL (travels_um) AND array_position(travels_um, NULL) IS NULL),
  ADD CONSTRAINT device_model_mri_status_check CHECK (mri_status IN ('safe', 'conditional', 'unsafe', 'unknown')),
  ADD CONSTRAINT device_model_mri_reference_check CHECK (says_something(mri_reference, 300));
CREATE UNIQUE INDEX device_model_shared_key ON device_model (maker, name) WHERE clinic_id IS NULL;
CREATE UNIQUE INDEX device_model_own_key ON device_model (clinic_id, maker, name) WHERE clinic_id IS NOT NULL;

ALTER TABLE device
  ADD CONSTRAINT device_label_check CHECK (says_something(label, 40)),
  ADD CONSTRAINT device_position_check CHECK (says_something(position, 120)),
  ADD CONSTRAINT device_um_per_turn_check CHECK (um_per_turn BETWEEN 1 AND 10000),
  ADD CONSTRAINT device_actuations_per_turn_check CHECK (actuations_per_turn BETWEEN 1 AND 100),
  ADD CONSTRAINT device_turn_direction_check CHECK (turn_direction IN ('with-arrow', 'against-arrow')),
  ADD CONSTRAINT device_travel_um_check CHECK (travel_um BETWEEN 1 AND 200000),
  ADD CONSTRAINT device_initial_opening_um_check CHECK (initial_opening_um >= 0 AND (travel_um IS NULL OR initial_opening_um <= travel_um)),
  ADD CONSTRAINT device_placed_at_check CHECK (placed_at >= '1990-01-01' AND placed_at <= recorded_at + interval '5 minutes'),
  ADD CONSTRAINT device_removed_check CHECK ((removed_at IS NULL) = (removal_operation_id IS NULL) AND (removed_at IS NULL OR removed_at > placed_at)),
  ADD CONSTRAINT device_lot_check CHECK (says_something(lot, 60)),
  ADD CONSTRAINT device_serial_check CHECK (says_something(serial, 60)),
  ADD CONSTRAINT device_udi_check CHECK (says_something(udi, 120)),
  ADD CONSTRAINT device_mri_status_check CHECK (mri_status IN ('safe', 'conditional', 'unsafe', 'unknown')),
  ADD CONSTRAINT device_mri_reference_check CHECK (says_something(mri_reference, 300)),
  ADD CONSTRAINT device_arm_check CHECK (says_something(arm, 120)),
  ADD CONSTRAINT device_driver_check CHECK (says_something(driver, 120)),
  ADD CONSTRAINT device_version_check CHECK (version >= 1);
CREATE UNIQUE INDEX device_label_in_place_key ON device (case_id, lower(label)) WHERE removed_at IS NULL;

ALTER TABLE protocol_version
  ADD CONSTRAINT protocol_version_version_check CHECK (version >= 1),
  ADD CONSTRAINT protocol_version_from_day_check CHECK (from_day BETWEEN '1990-01-01' AND '2200-01-01'),
  ADD CONSTRAINT protocol_version_sessions_check CHECK (are_sessions(sessions)),
  ADD CONSTRAINT protocol_version_from_slot_check CHECK (from_slot BETWEEN 1 AND cardinality(sessions)),
  ADD CONSTRAINT protocol_version_last_day_check CHECK (last_day >= from_day),
  ADD CONSTRAINT protocol_version_tolerances_check CHECK (
    min_interval_min BETWEEN 0 AND 10080 AND grace_min BETWEEN 0 AND 10080 AND silence_min BETWEEN 1 AND 100000
    AND missed_slots BETWEEN 1 AND 1000 AND behind_um BETWEEN 0 AND 200000 AND ahead_um BETWEEN 0 AND 200000
    AND asymmetry_um BETWEEN 0 AND 200000 AND measured_um BETWEEN 0 AND 200000 AND measured_permille BETWEEN 0 AND 1000
    AND travel_notice_days BETWEEN 0 AND 1000 AND event_days BETWEEN 0 AND 1000 AND contact_days BETWEEN 1 AND 1000),
  ADD CONSTRAINT protocol_version_consolidation_check CHECK (CASE consolidation_kind
    WHEN 'imaging-decides' THEN consolidation_value IS NULL
    WHEN 'fixed-days' THEN consolidation_value IS NOT NULL AND consolidation_value BETWEEN 0 AND 10000
    WHEN 'multiple-of-activation' THEN consolidation_value IS NOT NULL AND consolidation_value BETWEEN 0 AND 10000
    WHEN 'days-per-cm' THEN consolidation_value IS NOT NULL AND consolidation_value BETWEEN 0 AND 10000
    ELSE false END),
  ADD CONSTRAINT protocol_version_reason_check CHECK (says_something(reason, 1000)),
  ADD CONSTRAINT protocol_version_missed_turn_rule_check CHECK (char_length(missed_turn_rule_en) <= 1000 AND char_length(missed_turn_rule_es) <= 1000);

ALTER TABLE protocol_device_plan
  ADD CONSTRAINT protocol_device_plan_per_session_centi_check CHECK (
    cardinality(per_session_centi) BETWEEN 1 AND 24 AND array_position(per_session_centi, NULL) IS NULL
    AND -10000 <= ALL (per_session_centi) AND 10000 >= ALL (per_session_centi)),
  ADD CONSTRAINT protocol_device_plan_target_um_check CHECK (target_um BETWEEN -200000 AND 200000);

ALTER TABLE protocol_notice
  ADD CONSTRAINT protocol_notice_told_at_check CHECK (told_at >= '1990-01-01' AND told_at <= recorded_at + interval '5 minutes');

ALTER TABLE course_event
  ADD CONSTRAINT course_event_kind_check CHECK (kind IN ('activation-ended', 'activation-resumed', 'consolidation-started', 'stopped-early')),
  ADD CONSTRAINT course_event_at_check CHECK (at BETWEEN '1990-01-01' AND '2200-01-01'),
  ADD CONSTRAINT course_event_reason_check CHECK (says_something(reason, 1000)),
  ADD CONSTRAINT course_event_retracted_check CHECK (NOT retracted OR corrects_id IS NOT NULL);
CREATE UNIQUE INDEX course_event_corrects_id_key ON course_event (corrects_id) WHERE corrects_id IS NOT NULL;

ALTER TABLE turn_report
  ADD CONSTRAINT turn_report_day_check CHECK (day BETWEEN '1990-01-01' AND '2200-01-01'),
  ADD CONSTRAINT turn_report_slot_check CHECK (slot BETWEEN 1 AND 24),
  ADD CONSTRAINT turn_report_outcome_check CHECK (outcome IN ('done', 'partial', 'skipped', 'could-not-engage', 'wrong-way', 'extra', 'not-sure')),
  -- Unknown is not zero.
  ADD CONSTRAINT turn_report_amount_check CHECK (CASE WHEN actuations_centi IS NULL THEN outcome = 'not-sure' OR retracted ELSE outcome <> 'not-sure' END),
  ADD CONSTRAINT turn_report_skipped_check CHECK (outcome <> 'skipped' OR actuations_centi = 0 OR retracted),
  ADD CONSTRAINT turn_report_actuations_centi_check CHECK (actuations_centi BETWEEN -20000 AND 20000),
  ADD CONSTRAINT turn_report_done_at_check CHECK (done_at >= '1990-01-01' AND done_at <= recorded_at + interval '5 minutes'),
  ADD CONSTRAINT turn_report_source_check CHECK (source IN ('family-page', 'phone', 'paper', 'clinic', 'import')),
  ADD CONSTRAINT turn_report_resistance_check CHECK (resistance IN ('normal', 'stiff', 'sudden-ease', 'unknown')),
  ADD CONSTRAINT turn_report_pain_check CHECK (pain BETWEEN 0 AND 10),
  -- Octets: together they fit into one entry of turn_report_of_case_idx, which may hold 2,704.
  ADD CONSTRAINT turn_report_text_check CHECK (
    octet_length(turned_by) <= 160 AND octet_length(checked_by) <= 160 AND octet_length(site_look) <= 160
    AND octet_length(note) <= 1200 AND octet_length(correction_reason) <= 1200),
  -- The two separators with which reports are read.
  ADD CONSTRAINT turn_report_separators_check CHECK (
    translate(concat(turned_by, checked_by, site_look, note), E'\x1e\x1f', '') = concat(turned_by, checked_by, site_look, note)),
  ADD CONSTRAINT turn_report_blank_check CHECK ('' <> ALL (ARRAY[turned_by, checked_by, site_look, note])),
  ADD CONSTRAINT turn_report_correction_check CHECK (corrects_id IS NOT NULL OR (NOT retracted AND correction_reason IS NULL));
CREATE UNIQUE INDEX turn_report_corrects_id_key ON turn_report (corrects_id) WHERE corrects_id IS NOT NULL;
-- The rows of one case without a visit to the table, however long the history of all cases is.
CREATE INDEX turn_report_of_case_idx ON turn_report (case_id, device_id, day, slot)
  INCLUDE (id, actuations_centi, outcome, done_at, recorded_at, source, turned_by, checked_by, resistance, pain, site_look, note, corrects_id, retracted);

ALTER TABLE measurement
  ADD CONSTRAINT measurement_kind_check CHECK (kind IN ('device-gap', 'bone-gap', 'head-circumference')),
  ADD CONSTRAINT measurement_device_check CHECK ((kind = 'head-circumference') = (device_id IS NULL)),
  ADD CONSTRAINT measurement_taken_at_check CHECK (taken_at >= '1990-01-01' AND taken_at <= recorded_at + interval '5 minutes'),
  ADD CONSTRAINT measurement_value_um_check CHECK (value_um BETWEEN -200000 AND 1000000 AND (device_id IS NOT NULL OR value_um > 0)),
  ADD CONSTRAINT measurement_uncertainty_um_check CHECK (uncertainty_um BETWEEN 0 AND 100000),
  ADD CONSTRAINT measurement_method_check CHECK (method IN ('xray', 'ct', 'ruler', 'tape')),
  ADD CONSTRAINT measurement_note_check CHECK (says_something(note, 1000)),
  ADD CONSTRAINT measurement_retracted_check CHECK (NOT retracted OR corrects_id IS NOT NULL);
CREATE UNIQUE INDEX measurement_corrects_id_key ON measurement (corrects_id) WHERE corrects_id IS NOT NULL;

ALTER TABLE flag_decision
  ADD CONSTRAINT flag_decision_flag_key_check CHECK (says_something(flag_key, 200)),
  ADD CONSTRAINT flag_decision_kind_check CHECK (kind = 'acknowledged'),
  ADD CONSTRAINT flag_decision_level_check CHECK (level IN ('act-now', 'look-today', 'information')),
  ADD CONSTRAINT flag_decision_until_check CHECK (until > recorded_at),
  ADD CONSTRAINT flag_decision_note_check CHECK (char_length(note) <= 1000);

ALTER TABLE case_standing
  ADD CONSTRAINT case_standing_phase_check CHECK (phase IN ('planning', 'latency', 'activation', 'consolidation', 'follow-up')),
  ADD CONSTRAINT case_standing_open_level_check CHECK (open_level IN ('act-now', 'look-today', 'information')),
  ADD CONSTRAINT case_standing_open_rules_check CHECK ((open_level IS NULL) = (cardinality(open_rules) = 0));
-- The judgement lies beside the row: whoever filters or counts a clinic's open cases does not read past it.
ALTER TABLE case_standing ALTER COLUMN assessment SET STORAGE EXTERNAL;
ALTER TABLE case_standing ALTER COLUMN open_rules SET STORAGE PLAIN;
-- Small and rewritten often: swept early, so that it stays small.
ALTER TABLE case_standing SET (toast_tuple_target = 128, autovacuum_vacuum_scale_factor = 0.05,
  toast.autovacuum_vacuum_scale_factor = 0.05);

ALTER TABLE audit_event
  ADD CONSTRAINT audit_event_event_check CHECK (event ~ '^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$' AND char_length(event) <= 60),
  ADD CONSTRAINT audit_event_detail_check CHECK (jsonb_typeof(detail) = 'object'),
  ADD CONSTRAINT audit_event_write_check CHECK ((write_id IS NULL) = (body_digest IS NULL)),
  ADD CONSTRAINT audit_event_case_clinic_check CHECK (case_id IS NULL OR clinic_id IS NOT NULL),
  ADD CONSTRAINT audit_event_read_check CHECK (read_quarter IS NULL OR (event = 'case.read' AND case_id IS NOT NULL AND actor_id IS NOT NULL));
CREATE UNIQUE INDEX audit_event_write_id_key ON audit_event (write_id) WHERE write_id IS NOT NULL;
CREATE UNIQUE INDEX audit_event_read_key ON audit_event (case_id, actor_id, read_quarter) WHERE read_quarter IS NOT NULL;
