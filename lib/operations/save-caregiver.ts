import 'server-only';
import { writeKey } from '#lib/data/audit.ts';
import { insertCaregiver, insertTraining, listCaregivers, updateCaregiverRow } from '#lib/data/caregivers.ts';
import type { CaseHeader, CaseRecord } from '#lib/data/case-facts.ts';
import { worksInClinic } from '#lib/data/clinic-staff.ts';
import { findLastChange } from '#lib/data/last-change.ts';
import { lockPatient } from '#lib/data/patients.ts';
import { reassessOthers } from '#lib/data/standing.ts';
import type { Queryable } from '#lib/data/statement.ts';
import type { Actor, AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import type { Caregiver } from '#lib/domain/patient/caregiver.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { CaregiverFields, SaveCaregiverInput } from '#lib/schemas/caregiver.ts';
import { changesBetween, changeVersioned, type StaleReason } from './change-versioned.ts';
import { type CaseReason, inCase } from './in-case.ts';
import { type MomentRefusal, resolvePast } from './resolve-moment.ts';

export type CaregiverRefusal =
  | MomentRefusal<'taughtAt'>
  /** Who taught them is not of this clinic. */
  | { kind: 'teacher-unknown'; field: 'taughtById' };

export type SaveCaregiverReason =
  | CaseReason
  | CaregiverRefusal
  | StaleReason<Caregiver>
  /** The patient has no caregiver with this id to change. */
  | { kind: 'caregiver-unknown' };

/** Adds a caregiver to the patient of a case, or changes one. */
export function saveCaregiver(request: {
  actor: Actor;
  caseId: AuthorizedCaseId;
  input: SaveCaregiverInput;
  now: Instant;
}): Promise<Result<{ id: string; version: number }, SaveCaregiverReason>> {
  const { actor, caseId, input, now } = request;
  const { id, version: seen, ...fields } = input;
  const write = seen === null ? writeKey(id, { caseId, input }) : null;
  return inCase<{ id: string; version: number }, SaveCaregiverReason>(
    { actor, caseId, now, action: 'patient.update', write, evenClosed: true },
    async ({ db, header, facts }) => {
      const checked = await checkCaregiver(db, header.clinicId, facts.zone, fields, now);
      if (!checked.ok) return checked;
      const earlier = facts.caregivers.find((one) => one.id === id);
      const afterwards = ({ version, ...said }: Caregiver): CaseRecord => {
        const training = { version, taughtAt: said.taughtAt, recordedAt: now };
        const fact = {
          ...said,
          trainings: [...(earlier?.trainings ?? []), training],
          recordedAt: earlier?.recordedAt ?? now,
        };
        return {
          header,
          facts: { ...facts, caregivers: [...facts.caregivers.filter((one) => one.id !== id), fact] },
        };
      };
      const again = reassessOthers(header, now);
      if (seen === null) {
        const caregiver: Caregiver = { id, ...checked.value, version: 1 };
        const statements = [insertCaregiver(header, caregiver, now), insertTraining(caregiver, now), again];
        return ok({
          value: { id, version: 1 },
          change: { statements, after: afterwards(caregiver), event: 'caregiver.added', detail: { id } },
        });
      }
      const changed = await changeCaregiver(db, header, { id, ...checked.value }, seen);
      if (!changed.ok) return changed;
      const { before, next } = changed.value;
      if (next === null) return ok({ value: { id, version: before.version }, change: null });
      return ok({
        value: { id, version: next.version },
        change: {
          statements: [updateCaregiverRow(next), insertTraining(next, now), again],
          after: afterwards(next),
          event: 'caregiver.changed',
          detail: { id, version: next.version, changes: changesBetween(before, next) },
        },
      });
    },
  );
}

/** The fields with the time of the training as an instant, once they can be true. */
export async function checkCaregiver(
  db: Queryable,
  clinicId: string,
  zone: string,
  { taughtAt, ...fields }: CaregiverFields,
  now: Instant,
): Promise<Result<Omit<Caregiver, 'id' | 'version'>, CaregiverRefusal>> {
  const at = taughtAt === null ? ok(null) : resolvePast(zone, taughtAt, 'taughtAt', now);
  if (!at.ok) return at;
  if (fields.taughtById !== null && !(await worksInClinic(db, clinicId, fields.taughtById, null))) {
    return refused({ kind: 'teacher-unknown', field: 'taughtById' });
  }
  return ok({ ...fields, taughtAt: at.value });
}

async function changeCaregiver(
  db: Queryable,
  { clinicId, patientId }: CaseHeader,
  after: Omit<Caregiver, 'version'>,
  seen: number,
): Promise<Result<{ before: Caregiver; next: Caregiver | null }, SaveCaregiverReason>> {
  const [, caregivers] = await Promise.all([
    db.query(lockPatient({ clinicId, patientId })),
    listCaregivers(db, { clinicId, patientId }),
  ]);
  const before = caregivers.find(({ id }) => id === after.id);
  if (!before) return refused({ kind: 'caregiver-unknown' });
  const changed = await changeVersioned({ before, after, seen }, () =>
    findLastChange(db, clinicId, ['caregiver.changed', 'caregiver.added', 'case.opened'], after.id),
  );
  return changed.ok ? ok({ before, next: changed.value }) : changed;
}
