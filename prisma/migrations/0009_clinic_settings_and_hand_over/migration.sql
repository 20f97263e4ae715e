-- The settings of a clinic count their changes, like everything else that may change: two administrators may have
-- them open. Whoever changes the defaults, a migration too, takes the version one on.
ALTER TABLE clinic ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE clinic ADD CONSTRAINT clinic_version_check CHECK (version >= 1);
CREATE TRIGGER clinic_versioned BEFORE UPDATE ON clinic
  FOR EACH ROW EXECUTE FUNCTION check_new_version('id', 'slug', 'created_at');

-- Up to when a person has seen what changed in a clinic. Not a fact about a patient: the latest mark is enough.
CREATE TABLE hand_over_mark (
  person_id uuid NOT NULL,
  clinic_id uuid NOT NULL,
  seen_until timestamptz(3) NOT NULL,
  CONSTRAINT hand_over_mark_pkey PRIMARY KEY (person_id,clinic_id)
);
ALTER TABLE hand_over_mark ADD CONSTRAINT hand_over_mark_person_id_fkey
  FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE hand_over_mark ADD CONSTRAINT hand_over_mark_clinic_id_fkey
  FOREIGN KEY (clinic_id) REFERENCES clinic (id) ON DELETE RESTRICT ON UPDATE CASCADE;
