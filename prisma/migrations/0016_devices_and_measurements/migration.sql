-- What became of a device in place, lots that a maker recalls, where a row of the catalogue comes from, and what is
-- measured of the head as a whole.

CREATE TABLE "device_event" (
  "id" UUID NOT NULL,
  "case_id" UUID NOT NULL,
  "device_id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "opening_um" INTEGER,
  "measurement_id" UUID,
  "reason" TEXT,
  "corrects_id" UUID,
  "retracted" BOOLEAN NOT NULL DEFAULT false,
  "recorded_by" UUID NOT NULL,
  "recorded_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "device_event_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "device_event_case_id_idx" ON "device_event"("case_id");

CREATE TABLE "recall" (
  "id" UUID NOT NULL,
  "clinic_id" UUID NOT NULL,
  "model_id" UUID,
  "lot" TEXT,
  "serial" TEXT,
  "level" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "reference" TEXT NOT NULL,
  "issued_on" DATE NOT NULL,
  "recorded_by" UUID NOT NULL,
  "recorded_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "recall_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "recall_clinic_id_idx" ON "recall"("clinic_id");

CREATE TABLE "recall_withdrawal" (
  "recall_id" UUID NOT NULL,
  "reason" TEXT NOT NULL,
  "recorded_by" UUID NOT NULL,
  "recorded_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "recall_withdrawal_pkey" PRIMARY KEY ("recall_id")
);

CREATE TABLE "cranial_measurement" (
  "id" UUID NOT NULL,
  "case_id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "taken_at" TIMESTAMPTZ(3) NOT NULL,
  "value" INTEGER,
  "uncertainty" INTEGER,
  "finding" TEXT,
  "method" TEXT NOT NULL,
  "note" TEXT,
  "corrects_id" UUID,
  "correction_reason" TEXT,
  "retracted" BOOLEAN NOT NULL DEFAULT false,
  "recorded_by" UUID NOT NULL,
  "recorded_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "cranial_measurement_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "cranial_measurement_case_id_idx" ON "cranial_measurement"("case_id");

ALTER TABLE "device_model" ADD COLUMN "source" TEXT, ADD COLUMN "note" TEXT;

ALTER TABLE "device_event" ADD CONSTRAINT "device_event_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "distraction_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "device_event" ADD CONSTRAINT "device_event_case_id_device_id_fkey" FOREIGN KEY ("case_id", "device_id") REFERENCES "device"("case_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "device_event" ADD CONSTRAINT "device_event_measurement_id_fkey" FOREIGN KEY ("measurement_id") REFERENCES "measurement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "device_event" ADD CONSTRAINT "device_event_recorded_by_fkey" FOREIGN KEY ("recorded_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "recall" ADD CONSTRAINT "recall_clinic_id_fkey" FOREIGN KEY ("clinic_id") REFERENCES "clinic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "recall" ADD CONSTRAINT "recall_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "device_model"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "recall" ADD CONSTRAINT "recall_recorded_by_fkey" FOREIGN KEY ("recorded_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "recall_withdrawal" ADD CONSTRAINT "recall_withdrawal_recall_id_fkey" FOREIGN KEY ("recall_id") REFERENCES "recall"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "recall_withdrawal" ADD CONSTRAINT "recall_withdrawal_recorded_by_fkey" FOREIGN KEY ("recorded_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "cranial_measurement" ADD CONSTRAINT "cranial_measurement_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "distraction_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "cranial_measurement" ADD CONSTRAINT "cranial_measurement_recorded_by_fkey" FOREIGN KEY ("recorded_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE device_event
  ADD CONSTRAINT device_event_kind_check CHECK (CASE kind
    WHEN 'arm-removed' THEN opening_um IS NULL AND measurement_id IS NULL
    WHEN 're-anchored' THEN opening_um IS NOT NULL AND measurement_id IS NOT NULL AND reason IS NOT NULL
    ELSE false END),
  ADD CONSTRAINT device_event_at_check CHECK (at >= '1990-01-01' AND at <= recorded_at + interval '5 minutes'),
  ADD CONSTRAINT device_event_opening_um_check CHECK (opening_um BETWEEN -200000 AND 1000000),
  ADD CONSTRAINT device_event_reason_check CHECK (says_something(reason, 1000)),
  ADD CONSTRAINT device_event_retracted_check CHECK (NOT retracted OR corrects_id IS NOT NULL);
CREATE UNIQUE INDEX device_event_corrects_id_key ON device_event (corrects_id) WHERE corrects_id IS NOT NULL;

-- A recall names what it covers: a model, a lot, a serial number, or some of them together.
ALTER TABLE recall
  ADD CONSTRAINT recall_covers_check CHECK (coalesce(model_id::text, lot, serial) IS NOT NULL),
  ADD CONSTRAINT recall_lot_check CHECK (says_something(lot, 60)),
  ADD CONSTRAINT recall_serial_check CHECK (says_something(serial, 60)),
  ADD CONSTRAINT recall_level_check CHECK (level IN ('act-now', 'look-today', 'information')),
  ADD CONSTRAINT recall_reason_check CHECK (says_something(reason, 1000)),
  ADD CONSTRAINT recall_reference_check CHECK (says_something(reference, 300)),
  ADD CONSTRAINT recall_issued_on_check CHECK (issued_on >= '1990-01-01' AND issued_on <= (recorded_at AT TIME ZONE 'UTC')::date + 1);
ALTER TABLE recall_withdrawal
  ADD CONSTRAINT recall_withdrawal_reason_check CHECK (says_something(reason, 1000));

-- Volumes in µL, indices in thousandths; what an examiner saw of the optic disc is a word.
ALTER TABLE cranial_measurement
  ADD CONSTRAINT cranial_measurement_kind_check CHECK (CASE kind
    WHEN 'icv' THEN value IS NOT NULL AND value BETWEEN 1 AND 3000000 AND finding IS NULL
    WHEN 'growth-corrected-icv' THEN value IS NOT NULL AND value BETWEEN -1000000 AND 1000000 AND finding IS NULL
    WHEN 'cranial-index' THEN value IS NOT NULL AND value BETWEEN 300 AND 1500 AND finding IS NULL
    WHEN 'turricephaly-index' THEN value IS NOT NULL AND value BETWEEN 300 AND 2000 AND finding IS NULL
    WHEN 'fundoscopy' THEN value IS NULL AND uncertainty IS NULL AND finding IS NOT NULL
      AND finding IN ('papilloedema', 'no-papilloedema', 'not-seen')
    ELSE false END),
  ADD CONSTRAINT cranial_measurement_uncertainty_check CHECK (uncertainty >= 0),
  ADD CONSTRAINT cranial_measurement_taken_at_check CHECK (taken_at >= '1990-01-01' AND taken_at <= recorded_at + interval '5 minutes'),
  ADD CONSTRAINT cranial_measurement_method_check CHECK (method IN ('ct', 'mri', 'xray', 'surface-scan', 'caliper', 'ophthalmoscopy')),
  ADD CONSTRAINT cranial_measurement_note_check CHECK (says_something(note, 1000)),
  ADD CONSTRAINT cranial_measurement_correction_check CHECK ((corrects_id IS NULL) = (correction_reason IS NULL)
    AND (corrects_id IS NOT NULL OR NOT retracted)),
  ADD CONSTRAINT cranial_measurement_correction_reason_check CHECK (says_something(correction_reason, 1000));
CREATE UNIQUE INDEX cranial_measurement_corrects_id_key ON cranial_measurement (corrects_id) WHERE corrects_id IS NOT NULL;

CREATE TRIGGER device_event_correction BEFORE INSERT ON device_event
  FOR EACH ROW WHEN (NEW.corrects_id IS NOT NULL) EXECUTE FUNCTION check_correction('device_id');
CREATE TRIGGER cranial_measurement_correction BEFORE INSERT ON cranial_measurement
  FOR EACH ROW WHEN (NEW.corrects_id IS NOT NULL) EXECUTE FUNCTION check_correction('kind');

DO $$
DECLARE
  append_only text;
BEGIN
  FOREACH append_only IN ARRAY ARRAY['device_event', 'recall', 'recall_withdrawal', 'cranial_measurement']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()',
      append_only || '_append_only', append_only);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
      append_only || '_no_truncate', append_only);
  END LOOP;
END $$;

-- The catalogue says where its figures come from. A model that was retired gives its name free.
ALTER TABLE device_model
  ADD CONSTRAINT device_model_source_check CHECK (says_something(source, 300)),
  ADD CONSTRAINT device_model_note_check CHECK (says_something(note, 500));
DROP INDEX device_model_own_key;
CREATE UNIQUE INDEX device_model_own_key ON device_model (clinic_id, maker, name) WHERE clinic_id IS NOT NULL AND retired_at IS NULL;

UPDATE device_model SET source = 'Published material of the maker; distance of a turn not stated there', note = 'Actuation of 360°.'
  WHERE id IN ('0198a000-0000-7000-8000-000000000001', '0198a000-0000-7000-8000-000000000003');
UPDATE device_model SET source = 'One published calibration: 1.0 mm a turn', note = 'Actuation of 360°.'
  WHERE id = '0198a000-0000-7000-8000-000000000002';
UPDATE device_model SET note = 'Actuation of 360°. The footplates resorb; the drive screw is removed.'
  WHERE id = '0198a000-0000-7000-8000-000000000003';
UPDATE device_model SET source = 'Published material of the maker', note = 'Actuation of 360°, with the arrow.'
  WHERE id = '0198a000-0000-7000-8000-000000000004';
UPDATE device_model SET source = 'Published material of the maker', note = 'Actuation of 360°.'
  WHERE id = '0198a000-0000-7000-8000-000000000005';
UPDATE device_model SET source = 'Published material of the maker', note = 'Actuation of 360°, with or against the arrow by the direction of transport.'
  WHERE id = '0198a000-0000-7000-8000-000000000006';
UPDATE device_model SET source = 'Published material of the maker', note = 'Strokes of 90°, 0.25 mm each.'
  WHERE id = '0198a000-0000-7000-8000-000000000007';
UPDATE device_model SET source = 'Published material of the maker; distance of a turn not stated there'
  WHERE id = '0198a000-0000-7000-8000-000000000008';
