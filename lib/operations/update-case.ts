import 'server-only';
import { updateCaseRow } from '#lib/data/cases.ts';
import { worksInClinic } from '#lib/data/clinic-staff.ts';
import { UNKNOWN_ZONE } from '#lib/data/constraint.ts';
import { findLastChange } from '#lib/data/last-change.ts';
import type { Actor, AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { UpdateCaseInput } from '#lib/schemas/case.ts';
import { changesBetween, changeVersioned, type StaleReason } from './change-versioned.ts';
import { type CaseReason, inCase } from './in-case.ts';

export type UpdateCaseReason =
  | CaseReason
  | StaleReason<UpdateCaseInput>
  | { kind: 'surgeon-unknown'; field: 'surgeonId' }
  | { kind: 'zone-unknown'; field: 'zone' };

/** Changes surgeon, site or zone of a case. */
export function updateCase(request: {
  actor: Actor;
  caseId: AuthorizedCaseId;
  input: UpdateCaseInput;
  now: Instant;
}): Promise<Result<{ version: number }, UpdateCaseReason>> {
  const { actor, caseId, input, now } = request;
  return inCase<{ version: number }, UpdateCaseReason>(
    { actor, caseId, now, action: 'patient.update', write: null },
    async ({ db, header, facts }) => {
      const { version: seen, ...fields } = input;
      const { clinicId, surgeonId, version } = header;
      const before = { surgeonId, site: facts.site, zone: facts.zone, version };
      const changed = await changeVersioned({ before, after: fields, seen }, () =>
        findLastChange(db, clinicId, ['case.changed'], caseId),
      );
      if (!changed.ok) return changed;
      const after = changed.value;
      if (after === null) return ok({ value: { version }, change: null });
      if (after.surgeonId !== surgeonId && !(await worksInClinic(db, clinicId, after.surgeonId, 'surgeon'))) {
        return refused({ kind: 'surgeon-unknown', field: 'surgeonId' });
      }
      return ok({
        value: { version: after.version },
        change: {
          statements: [updateCaseRow(caseId, after, after.version)],
          after: {
            header: { ...header, surgeonId: after.surgeonId, version: after.version },
            facts: { ...facts, site: after.site, zone: after.zone },
          },
          event: 'case.changed',
          detail: { id: caseId, version: after.version, changes: changesBetween(before, after) },
        },
      });
    },
    { [UNKNOWN_ZONE]: { kind: 'zone-unknown', field: 'zone' } },
  );
}
