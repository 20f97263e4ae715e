-- A correction of a measurement says why, as that of a turn does.
ALTER TABLE "measurement" ADD COLUMN "correction_reason" TEXT;

ALTER TABLE "measurement"
  ADD CONSTRAINT measurement_correction_reason_check CHECK (
    says_something(correction_reason, 1000) AND (corrects_id IS NOT NULL OR correction_reason IS NULL));
