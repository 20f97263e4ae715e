-- What came of each case, for the figures of the unit: disposable, and made anew from the facts at will.

CREATE TABLE "case_outcome" (
  "case_id" UUID NOT NULL,
  "clinic_id" UUID NOT NULL,
  "operated_on" DATE,
  "removed_on" DATE,
  "ended_on" DATE,
  "planned_um" INTEGER,
  "achieved_um" INTEGER,
  "measured_um" INTEGER,
  "slots_due" INTEGER,
  "slots_done" INTEGER,
  "slots_unknown" INTEGER,
  "held_days" INTEGER,
  "missed_days" INTEGER,
  "unknown_days" INTEGER,
  CONSTRAINT "case_outcome_pkey" PRIMARY KEY ("case_id")
);
CREATE INDEX "case_outcome_latest_first_idx" ON "case_outcome"("clinic_id", "operated_on" DESC, "case_id");
ALTER TABLE "case_outcome" ADD CONSTRAINT "case_outcome_clinic_id_case_id_fkey" FOREIGN KEY ("clinic_id", "case_id") REFERENCES "distraction_case"("clinic_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE case_outcome
  ADD CONSTRAINT case_outcome_operated_check CHECK (operated_on IS NOT NULL OR ended_on IS NULL),
  -- The figures of activation come together, once it is over.
  ADD CONSTRAINT case_outcome_ended_check CHECK (
    num_nulls(ended_on, slots_due, slots_done, slots_unknown, held_days, missed_days, unknown_days) IN (0, 7)
    AND (ended_on IS NOT NULL OR num_nulls(planned_um, achieved_um, measured_um) = 3)
    AND (planned_um IS NULL) = (achieved_um IS NULL)),
  ADD CONSTRAINT case_outcome_slots_check CHECK (slots_done >= 0 AND slots_unknown >= 0 AND slots_done + slots_unknown <= slots_due),
  ADD CONSTRAINT case_outcome_days_check CHECK (held_days >= 0 AND missed_days >= 0 AND unknown_days >= 0);
