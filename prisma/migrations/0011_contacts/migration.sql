-- When somebody of the clinic was in touch with a family, and the warning signs that families report.
CREATE TABLE contact (
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  kind text NOT NULL,
  at timestamptz(3) NOT NULL,
  caregiver_id uuid,
  outcome text NOT NULL,
  signs text[],
  note text,
  corrects_id uuid,
  retracted boolean NOT NULL DEFAULT false,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  CONSTRAINT contact_pkey PRIMARY KEY (id),
  CONSTRAINT contact_case_id_fkey FOREIGN KEY (case_id) REFERENCES distraction_case (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT contact_caregiver_id_fkey FOREIGN KEY (caregiver_id) REFERENCES caregiver (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT contact_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX contact_case_id_idx ON contact (case_id);

-- The signs that clinics ask for (as in complication), each once.
CREATE FUNCTION are_signs(signs text[]) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN array_position(signs, NULL) IS NULL AND cardinality(signs) <= 14 AND signs <@ ARRAY['redness', 'pus', 'fever', 'bleeding',
  'clear-fluid', 'vomiting', 'lethargy', 'bulging-fontanelle', 'bent-or-loose-arm', 'turning-freely',
  'sudden-ease-or-stiffness', 'metal-showing', 'skin-thinning', 'fall-or-blow'];

ALTER TABLE contact
  ADD CONSTRAINT contact_kind_check CHECK (kind IN ('call', 'visit', 'message')),
  ADD CONSTRAINT contact_at_check CHECK (at >= '1990-01-01' AND at <= recorded_at + interval '5 minutes'),
  ADD CONSTRAINT contact_outcome_check CHECK (outcome IN ('reached', 'no-answer', 'turned-now', 'told-to-hold', 'visit-arranged')),
  -- Who did not answer told of no sign.
  ADD CONSTRAINT contact_signs_check CHECK (signs IS NOT NULL AND are_signs(signs) AND (outcome <> 'no-answer' OR cardinality(signs) = 0)),
  ADD CONSTRAINT contact_note_check CHECK (says_something(note, 2000)),
  ADD CONSTRAINT contact_retracted_check CHECK (NOT retracted OR corrects_id IS NOT NULL);
CREATE UNIQUE INDEX contact_corrects_id_key ON contact (corrects_id) WHERE corrects_id IS NOT NULL;

CREATE TRIGGER contact_append_only BEFORE UPDATE OR DELETE ON contact FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER contact_no_truncate BEFORE TRUNCATE ON contact FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER contact_correction BEFORE INSERT ON contact
  FOR EACH ROW WHEN (NEW.corrects_id IS NOT NULL) EXECUTE FUNCTION check_correction('kind');

-- Null: none was told of. The reports of a case are still read off the index alone.
ALTER TABLE turn_report
  ADD COLUMN signs text[],
  ADD CONSTRAINT turn_report_signs_check CHECK (signs IS NULL OR (cardinality(signs) > 0 AND are_signs(signs)));
DROP INDEX turn_report_of_case_idx;
CREATE INDEX turn_report_of_case_idx ON turn_report (case_id, device_id, day, slot)
  INCLUDE (id, actuations_centi, outcome, done_at, recorded_at, source, turned_by, checked_by, resistance, pain, site_look, note, corrects_id, retracted, signs);

-- When the family was last reached: the list of calls is read off it.
ALTER TABLE case_standing ADD COLUMN reached_at timestamptz(3);
