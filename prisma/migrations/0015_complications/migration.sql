-- What went wrong in a case, and what became of it. Both are only ever added: a new grading, a correction and a
-- withdrawal are rows of their own.

CREATE TABLE "complication" (
  "id" UUID NOT NULL,
  "case_id" UUID NOT NULL,
  "complication_id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "failure" TEXT,
  "device_id" UUID,
  "onset_on" DATE NOT NULL,
  "detected_by" TEXT NOT NULL,
  "signs" TEXT[],
  "note" TEXT,
  "corrects_id" UUID,
  "correction_reason" TEXT,
  "retracted" BOOLEAN NOT NULL DEFAULT false,
  "recorded_by" UUID NOT NULL,
  "recorded_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "complication_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "complication_case_id_id_key" ON "complication"("case_id", "id");

CREATE TABLE "complication_step" (
  "id" UUID NOT NULL,
  "case_id" UUID NOT NULL,
  "complication_id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "on_day" DATE NOT NULL,
  "clavien_dindo" TEXT,
  "severity" TEXT,
  "course" TEXT,
  "version" INTEGER,
  "note" TEXT,
  "corrects_id" UUID,
  "retracted" BOOLEAN NOT NULL DEFAULT false,
  "recorded_by" UUID NOT NULL,
  "recorded_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "complication_step_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "complication_step_complication_id_idx" ON "complication_step"("complication_id");

ALTER TABLE "complication" ADD CONSTRAINT "complication_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "distraction_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "complication" ADD CONSTRAINT "complication_case_id_device_id_fkey" FOREIGN KEY ("case_id", "device_id") REFERENCES "device"("case_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "complication" ADD CONSTRAINT "complication_recorded_by_fkey" FOREIGN KEY ("recorded_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "complication_step" ADD CONSTRAINT "complication_step_case_id_complication_id_fkey" FOREIGN KEY ("case_id", "complication_id") REFERENCES "complication"("case_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "complication_step" ADD CONSTRAINT "complication_step_case_id_version_fkey" FOREIGN KEY ("case_id", "version") REFERENCES "protocol_version"("case_id", "version") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "complication_step" ADD CONSTRAINT "complication_step_recorded_by_fkey" FOREIGN KEY ("recorded_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE complication
  ADD CONSTRAINT complication_kind_check CHECK (kind IN ('csf-leak', 'infection', 'exposure', 'device-failure',
    'premature-consolidation', 'non-union', 'asymmetry', 'vector-error', 'raised-icp', 'shunt', 'bleeding', 'pain',
    'relapse', 'other')),
  ADD CONSTRAINT complication_failure_check CHECK (CASE
    WHEN kind = 'device-failure' THEN failure IS NOT NULL AND device_id IS NOT NULL
      AND failure IN ('broken-arm', 'loosened-footplate', 'dislodgement', 'reversal', 'will-not-engage')
    ELSE failure IS NULL END),
  -- A day may have begun elsewhere.
  ADD CONSTRAINT complication_onset_on_check CHECK (onset_on >= '1990-01-01' AND onset_on <= (recorded_at AT TIME ZONE 'UTC')::date + 1),
  ADD CONSTRAINT complication_detected_by_check CHECK (detected_by IN ('family', 'nurse', 'clinic', 'imaging')),
  ADD CONSTRAINT complication_signs_check CHECK (signs IS NOT NULL AND cardinality(signs) <= 14 AND signs <@ ARRAY['redness', 'pus', 'fever',
    'bleeding', 'clear-fluid', 'vomiting', 'lethargy', 'bulging-fontanelle', 'bent-or-loose-arm', 'turning-freely',
    'sudden-ease-or-stiffness', 'metal-showing', 'skin-thinning', 'fall-or-blow']),
  ADD CONSTRAINT complication_note_check CHECK (says_something(note, 2000)),
  -- The first row gives the complication its id; every later one names it, and why it was written.
  ADD CONSTRAINT complication_correction_check CHECK ((corrects_id IS NULL) = (complication_id = id)
    AND (corrects_id IS NULL) = (correction_reason IS NULL) AND (corrects_id IS NOT NULL OR NOT retracted)),
  ADD CONSTRAINT complication_correction_reason_check CHECK (says_something(correction_reason, 1000));
CREATE UNIQUE INDEX complication_corrects_id_key ON complication (corrects_id) WHERE corrects_id IS NOT NULL;

ALTER TABLE complication_step
  ADD CONSTRAINT complication_step_kind_check CHECK (CASE kind
    WHEN 'graded' THEN coalesce(clavien_dindo, severity) IS NOT NULL AND course IS NULL
    WHEN 'decided' THEN course IS NOT NULL AND clavien_dindo IS NULL AND severity IS NULL
    WHEN 'done' THEN note IS NOT NULL AND coalesce(clavien_dindo, severity, course) IS NULL
    WHEN 'resolved' THEN coalesce(clavien_dindo, severity, course) IS NULL
    WHEN 'reopened' THEN coalesce(clavien_dindo, severity, course) IS NULL
    ELSE false END),
  ADD CONSTRAINT complication_step_on_day_check CHECK (on_day >= '1990-01-01' AND on_day <= (recorded_at AT TIME ZONE 'UTC')::date + 1),
  ADD CONSTRAINT complication_step_clavien_dindo_check CHECK (clavien_dindo IN ('I', 'II', 'IIIa', 'IIIb', 'IVa', 'IVb', 'V')),
  ADD CONSTRAINT complication_step_severity_check CHECK (severity IN ('minor', 'moderate', 'major')),
  ADD CONSTRAINT complication_step_course_check CHECK (course IN ('continue', 'hold', 'slow', 'reverse', 'early-removal')),
  ADD CONSTRAINT complication_step_version_check CHECK (version IS NULL OR (course IS NOT NULL AND course <> 'continue')),
  ADD CONSTRAINT complication_step_note_check CHECK (says_something(note, 2000)),
  ADD CONSTRAINT complication_step_retracted_check CHECK (NOT retracted OR corrects_id IS NOT NULL);
CREATE UNIQUE INDEX complication_step_corrects_id_key ON complication_step (corrects_id) WHERE corrects_id IS NOT NULL;

CREATE TRIGGER complication_correction BEFORE INSERT ON complication
  FOR EACH ROW WHEN (NEW.corrects_id IS NOT NULL) EXECUTE FUNCTION check_correction('complication_id');
CREATE TRIGGER complication_step_correction BEFORE INSERT ON complication_step
  FOR EACH ROW WHEN (NEW.corrects_id IS NOT NULL) EXECUTE FUNCTION check_correction('complication_id');

DO $$
DECLARE
  append_only text;
BEGIN
  FOREACH append_only IN ARRAY ARRAY['complication', 'complication_step']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()',
      append_only || '_append_only', append_only);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
      append_only || '_no_truncate', append_only);
  END LOOP;
END $$;
