-- Tables, keys and references. Invariants that a single row can hold are in 0002, what may never change in 0003.

CREATE TABLE clinic (
  id uuid NOT NULL,
  slug text NOT NULL,
  name text NOT NULL,
  zone text NOT NULL,
  phone text,
  defaults jsonb NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT clinic_pkey PRIMARY KEY (id)
);

CREATE TABLE person (
  id uuid NOT NULL,
  email text NOT NULL,
  name text NOT NULL,
  password_hash text,
  password_changed_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  disabled_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT person_pkey PRIMARY KEY (id)
);

CREATE TABLE membership (
  person_id uuid NOT NULL,
  clinic_id uuid NOT NULL,
  role text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT membership_pkey PRIMARY KEY (person_id,clinic_id,role)
);

CREATE TABLE session (
  token_hash text NOT NULL,
  person_id uuid NOT NULL,
  active_clinic_id uuid,
  created_at timestamptz(3) NOT NULL,
  last_seen_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  revoked_at timestamptz(3),
  CONSTRAINT session_pkey PRIMARY KEY (token_hash)
);

CREATE TABLE password_link (
  token_hash text NOT NULL,
  person_id uuid NOT NULL,
  made_by_id uuid,
  created_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  used_at timestamptz(3),
  CONSTRAINT password_link_pkey PRIMARY KEY (token_hash)
);

CREATE TABLE rate_limit (
  key varchar(255) NOT NULL,
  points integer NOT NULL DEFAULT 0,
  expire bigint,
  CONSTRAINT rate_limit_pkey PRIMARY KEY (key)
);

CREATE TABLE patient (
  id uuid NOT NULL,
  clinic_id uuid NOT NULL,
  mrn text NOT NULL,
  family_name text NOT NULL,
  given_name text NOT NULL,
  sex text NOT NULL,
  born_on date NOT NULL,
  diagnosis text,
  suture_codes text[] NOT NULL,
  syndrome text,
  search_text text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT patient_pkey PRIMARY KEY (id)
);

CREATE TABLE caregiver (
  id uuid NOT NULL,
  clinic_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  name text NOT NULL,
  relation text NOT NULL,
  language text NOT NULL,
  phone text,
  best_time text,
  taught_by_id uuid,
  taught_at timestamptz(3),
  teach_back_seen boolean NOT NULL DEFAULT false,
  tool_handed_over boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL,
  CONSTRAINT caregiver_pkey PRIMARY KEY (id)
);

CREATE TABLE distraction_case (
  id uuid NOT NULL,
  clinic_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  surgeon_id uuid NOT NULL,
  zone text NOT NULL,
  site text NOT NULL,
  opened_at timestamptz(3) NOT NULL,
  closed_at timestamptz(3),
  closed_as text,
  close_reason text,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT distraction_case_pkey PRIMARY KEY (id)
);

CREATE TABLE operation (
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  kind text NOT NULL,
  ended_at timestamptz(3) NOT NULL,
  note text,
  corrects_id uuid,
  retracted boolean NOT NULL DEFAULT false,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  CONSTRAINT operation_pkey PRIMARY KEY (id)
);

CREATE TABLE device_model (
  id uuid NOT NULL,
  clinic_id uuid,
  maker text NOT NULL,
  name text NOT NULL,
  sites text[] NOT NULL,
  um_per_turn integer,
  actuations_per_turn integer,
  travels_um integer[] NOT NULL,
  mri_status text NOT NULL DEFAULT 'unknown',
  mri_reference text,
  retired_at timestamptz(3),
  CONSTRAINT device_model_pkey PRIMARY KEY (id)
);

CREATE TABLE device (
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  model_id uuid,
  label text NOT NULL,
  position text NOT NULL,
  um_per_turn integer NOT NULL,
  actuations_per_turn integer NOT NULL,
  turn_direction text NOT NULL,
  travel_um integer,
  initial_opening_um integer NOT NULL,
  placed_at timestamptz(3) NOT NULL,
  removed_at timestamptz(3),
  removal_operation_id uuid,
  lot text,
  serial text,
  udi text,
  expires_on date,
  mri_status text NOT NULL DEFAULT 'unknown',
  mri_reference text,
  arm text,
  driver text,
  version integer NOT NULL DEFAULT 1,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  CONSTRAINT device_pkey PRIMARY KEY (id)
);

CREATE TABLE protocol_version (
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  version integer NOT NULL,
  from_day date NOT NULL,
  from_slot integer NOT NULL,
  sessions integer[] NOT NULL,
  last_day date,
  min_interval_min integer NOT NULL,
  grace_min integer NOT NULL,
  missed_slots integer NOT NULL,
  silence_min integer NOT NULL,
  behind_um integer NOT NULL,
  ahead_um integer NOT NULL,
  asymmetry_um integer NOT NULL,
  measured_um integer NOT NULL,
  measured_permille integer NOT NULL,
  travel_notice_days integer NOT NULL,
  event_days integer NOT NULL,
  missed_turn_rule_en text NOT NULL,
  missed_turn_rule_es text NOT NULL,
  contact_days integer NOT NULL,
  consolidation_kind text NOT NULL,
  consolidation_value integer,
  reason text NOT NULL,
  author_id uuid NOT NULL,
  cosigner_id uuid,
  recorded_at timestamptz(3) NOT NULL,
  CONSTRAINT protocol_version_pkey PRIMARY KEY (case_id,version)
);

CREATE TABLE protocol_device_plan (
  case_id uuid NOT NULL,
  version integer NOT NULL,
  device_id uuid NOT NULL,
  per_session_centi integer[] NOT NULL,
  target_um integer,
  CONSTRAINT protocol_device_plan_pkey PRIMARY KEY (case_id,version,device_id)
);

CREATE TABLE protocol_notice (
  case_id uuid NOT NULL,
  version integer NOT NULL,
  told_at timestamptz(3) NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  CONSTRAINT protocol_notice_pkey PRIMARY KEY (case_id,version)
);

CREATE TABLE course_event (
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  kind text NOT NULL,
  at timestamptz(3) NOT NULL,
  reason text NOT NULL,
  corrects_id uuid,
  retracted boolean NOT NULL DEFAULT false,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  CONSTRAINT course_event_pkey PRIMARY KEY (id)
);

CREATE TABLE turn_report (
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  device_id uuid NOT NULL,
  day date NOT NULL,
  slot smallint NOT NULL,
  actuations_centi integer,
  outcome text NOT NULL,
  done_at timestamptz(3),
  recorded_at timestamptz(3) NOT NULL,
  recorded_by uuid,
  source text NOT NULL,
  turned_by text,
  checked_by text,
  resistance text NOT NULL,
  pain smallint,
  site_look text,
  note text,
  corrects_id uuid,
  correction_reason text,
  retracted boolean NOT NULL DEFAULT false,
  CONSTRAINT turn_report_pkey PRIMARY KEY (id)
);

CREATE TABLE measurement (
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  device_id uuid,
  kind text NOT NULL,
  taken_at timestamptz(3) NOT NULL,
  value_um integer NOT NULL,
  uncertainty_um integer,
  method text NOT NULL,
  note text,
  corrects_id uuid,
  retracted boolean NOT NULL DEFAULT false,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  CONSTRAINT measurement_pkey PRIMARY KEY (id)
);

CREATE TABLE flag_decision (
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  flag_key text NOT NULL,
  kind text NOT NULL,
  level text NOT NULL,
  until timestamptz(3),
  note text NOT NULL,
  by_id uuid NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  CONSTRAINT flag_decision_pkey PRIMARY KEY (id)
);

CREATE TABLE case_standing (
  case_id uuid NOT NULL,
  clinic_id uuid NOT NULL,
  surgeon_id uuid NOT NULL,
  phase text NOT NULL,
  urgency smallint NOT NULL,
  open_level text,
  open_rules text[] NOT NULL,
  since_day date,
  since_slot smallint,
  assessment json NOT NULL,
  reassess_at timestamptz(3),
  CONSTRAINT case_standing_pkey PRIMARY KEY (case_id)
);

CREATE TABLE audit_event (
  id uuid NOT NULL,
  at timestamptz(3) NOT NULL,
  event text NOT NULL,
  clinic_id uuid,
  actor_id uuid,
  case_id uuid,
  patient_id uuid,
  detail jsonb NOT NULL,
  write_id uuid,
  body_digest text,
  read_quarter integer,
  CONSTRAINT audit_event_pkey PRIMARY KEY (id)
);

CREATE UNIQUE INDEX clinic_slug_key ON clinic(slug);
CREATE UNIQUE INDEX person_email_key ON person(email);
CREATE INDEX membership_clinic_id_role_idx ON membership(clinic_id, role);
CREATE INDEX session_person_id_idx ON session(person_id);
CREATE INDEX session_expires_at_idx ON session(expires_at);
CREATE INDEX password_link_person_id_idx ON password_link(person_id);
CREATE UNIQUE INDEX patient_clinic_id_mrn_key ON patient(clinic_id, mrn);
CREATE UNIQUE INDEX patient_clinic_id_id_key ON patient(clinic_id, id);
CREATE INDEX caregiver_patient_id_idx ON caregiver(patient_id);
CREATE INDEX distraction_case_clinic_id_patient_id_idx ON distraction_case(clinic_id, patient_id);
CREATE INDEX distraction_case_clinic_id_closed_at_idx ON distraction_case(clinic_id, closed_at);
CREATE UNIQUE INDEX distraction_case_clinic_id_id_key ON distraction_case(clinic_id, id);
CREATE UNIQUE INDEX operation_case_id_id_key ON operation(case_id, id);
CREATE INDEX device_lot_idx ON device(lot);
CREATE UNIQUE INDEX device_case_id_id_key ON device(case_id, id);
CREATE UNIQUE INDEX protocol_version_id_key ON protocol_version(id);
CREATE INDEX course_event_case_id_idx ON course_event(case_id);
CREATE INDEX measurement_case_id_idx ON measurement(case_id);
CREATE INDEX flag_decision_case_id_idx ON flag_decision(case_id);
CREATE INDEX case_standing_worst_first_idx ON case_standing(clinic_id, urgency DESC, since_day, since_slot, case_id);
CREATE INDEX case_standing_reassess_at_idx ON case_standing(reassess_at);
CREATE INDEX audit_event_case_id_at_idx ON audit_event(case_id, at);
CREATE INDEX audit_event_clinic_id_at_idx ON audit_event(clinic_id, at);

ALTER TABLE membership ADD CONSTRAINT membership_person_id_fkey
  FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE membership ADD CONSTRAINT membership_clinic_id_fkey
  FOREIGN KEY (clinic_id) REFERENCES clinic (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE session ADD CONSTRAINT session_person_id_fkey
  FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE session ADD CONSTRAINT session_active_clinic_id_fkey
  FOREIGN KEY (active_clinic_id) REFERENCES clinic (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE password_link ADD CONSTRAINT password_link_person_id_fkey
  FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE password_link ADD CONSTRAINT password_link_made_by_id_fkey
  FOREIGN KEY (made_by_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE patient ADD CONSTRAINT patient_clinic_id_fkey
  FOREIGN KEY (clinic_id) REFERENCES clinic (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE caregiver ADD CONSTRAINT caregiver_clinic_id_fkey
  FOREIGN KEY (clinic_id) REFERENCES clinic (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE caregiver ADD CONSTRAINT caregiver_clinic_id_patient_id_fkey
  FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE caregiver ADD CONSTRAINT caregiver_taught_by_id_fkey
  FOREIGN KEY (taught_by_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE distraction_case ADD CONSTRAINT distraction_case_clinic_id_fkey
  FOREIGN KEY (clinic_id) REFERENCES clinic (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE distraction_case ADD CONSTRAINT distraction_case_clinic_id_patient_id_fkey
  FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE distraction_case ADD CONSTRAINT distraction_case_surgeon_id_fkey
  FOREIGN KEY (surgeon_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE operation ADD CONSTRAINT operation_case_id_fkey
  FOREIGN KEY (case_id) REFERENCES distraction_case (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE operation ADD CONSTRAINT operation_recorded_by_fkey
  FOREIGN KEY (recorded_by) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE device_model ADD CONSTRAINT device_model_clinic_id_fkey
  FOREIGN KEY (clinic_id) REFERENCES clinic (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE device ADD CONSTRAINT device_case_id_fkey
  FOREIGN KEY (case_id) REFERENCES distraction_case (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE device ADD CONSTRAINT device_model_id_fkey
  FOREIGN KEY (model_id) REFERENCES device_model (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE device ADD CONSTRAINT device_case_id_removal_operation_id_fkey
  FOREIGN KEY (case_id, removal_operation_id) REFERENCES operation (case_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE device ADD CONSTRAINT device_recorded_by_fkey
  FOREIGN KEY (recorded_by) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE protocol_version ADD CONSTRAINT protocol_version_case_id_fkey
  FOREIGN KEY (case_id) REFERENCES distraction_case (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE protocol_version ADD CONSTRAINT protocol_version_author_id_fkey
  FOREIGN KEY (author_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE protocol_version ADD CONSTRAINT protocol_version_cosigner_id_fkey
  FOREIGN KEY (cosigner_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE protocol_device_plan ADD CONSTRAINT protocol_device_plan_case_id_version_fkey
  FOREIGN KEY (case_id, version) REFERENCES protocol_version (case_id, version) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE protocol_device_plan ADD CONSTRAINT protocol_device_plan_case_id_device_id_fkey
  FOREIGN KEY (case_id, device_id) REFERENCES device (case_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE protocol_notice ADD CONSTRAINT protocol_notice_case_id_version_fkey
  FOREIGN KEY (case_id, version) REFERENCES protocol_version (case_id, version) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE protocol_notice ADD CONSTRAINT protocol_notice_recorded_by_fkey
  FOREIGN KEY (recorded_by) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE course_event ADD CONSTRAINT course_event_case_id_fkey
  FOREIGN KEY (case_id) REFERENCES distraction_case (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE course_event ADD CONSTRAINT course_event_recorded_by_fkey
  FOREIGN KEY (recorded_by) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE turn_report ADD CONSTRAINT turn_report_case_id_device_id_fkey
  FOREIGN KEY (case_id, device_id) REFERENCES device (case_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE turn_report ADD CONSTRAINT turn_report_recorded_by_fkey
  FOREIGN KEY (recorded_by) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE measurement ADD CONSTRAINT measurement_case_id_fkey
  FOREIGN KEY (case_id) REFERENCES distraction_case (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE measurement ADD CONSTRAINT measurement_case_id_device_id_fkey
  FOREIGN KEY (case_id, device_id) REFERENCES device (case_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE measurement ADD CONSTRAINT measurement_recorded_by_fkey
  FOREIGN KEY (recorded_by) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE flag_decision ADD CONSTRAINT flag_decision_case_id_fkey
  FOREIGN KEY (case_id) REFERENCES distraction_case (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE flag_decision ADD CONSTRAINT flag_decision_by_id_fkey
  FOREIGN KEY (by_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE case_standing ADD CONSTRAINT case_standing_clinic_id_case_id_fkey
  FOREIGN KEY (clinic_id, case_id) REFERENCES distraction_case (clinic_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE audit_event ADD CONSTRAINT audit_event_clinic_id_fkey
  FOREIGN KEY (clinic_id) REFERENCES clinic (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE audit_event ADD CONSTRAINT audit_event_actor_id_fkey
  FOREIGN KEY (actor_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE audit_event ADD CONSTRAINT audit_event_clinic_id_case_id_fkey
  FOREIGN KEY (clinic_id, case_id) REFERENCES distraction_case (clinic_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;
