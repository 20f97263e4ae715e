import 'server-only';
import { findLastChange } from '#lib/data/last-change.ts';
import { findPatient, lockPatient, updatePatientRow } from '#lib/data/patients.ts';
import type { Actor, AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import { dayOf } from '#lib/domain/case-day.ts';
import type { Patient } from '#lib/domain/patient/patient.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { UpdatePatientInput } from '#lib/schemas/patient.ts';
import { changesBetween, changeVersioned, type StaleReason } from './change-versioned.ts';
import { type CaseReason, inCase } from './in-case.ts';

export type UpdatePatientReason =
  | CaseReason
  | StaleReason<Patient>
  | { kind: 'mrn-taken'; field: 'mrn' }
  | { kind: 'born-in-the-future'; field: 'bornDay' };

/** Changes what is on record of the patient of a case, closed or not. */
export function updatePatient(request: {
  actor: Actor;
  caseId: AuthorizedCaseId;
  input: UpdatePatientInput;
  now: Instant;
}): Promise<Result<{ version: number }, UpdatePatientReason>> {
  const { actor, caseId, input, now } = request;
  return inCase<{ version: number }, UpdatePatientReason>(
    { actor, caseId, now, action: 'patient.update', write: null, evenClosed: true },
    async ({ db, header, facts }) => {
      const { clinicId, patientId } = header;
      const [, before] = await Promise.all([
        db.query(lockPatient({ clinicId, patientId })),
        findPatient(db, { clinicId, patientId }),
      ]);
      if (!before) return refused({ kind: 'not-found' });
      if (input.bornDay > dayOf(facts.zone, now))
        return refused({ kind: 'born-in-the-future', field: 'bornDay' });
      const { version: seen, ...fields } = input;
      const changed = await changeVersioned({ before, after: { id: patientId, ...fields }, seen }, () =>
        findLastChange(db, clinicId, ['patient.changed', 'case.opened'], patientId),
      );
      if (!changed.ok) return changed;
      const after = changed.value;
      if (after === null) return ok({ value: { version: before.version }, change: null });
      return ok({
        value: { version: after.version },
        change: {
          statements: [updatePatientRow(after)],
          after: { header, facts },
          event: 'patient.changed',
          detail: { id: patientId, version: after.version, changes: changesBetween(before, after) },
        },
      });
    },
    { patient_clinic_id_mrn_key: { kind: 'mrn-taken', field: 'mrn' } },
  );
}
