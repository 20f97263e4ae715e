import 'server-only';
import { insertAudit } from '#lib/data/audit.ts';
import { lockClinicSettings, updateClinicSettings } from '#lib/data/clinic-settings.ts';
import { makeStandingsDue } from '#lib/data/due-standings.ts';
import { findLastChange } from '#lib/data/last-change.ts';
import { inTransaction } from '#lib/data/transaction.ts';
import type { Actor } from '#lib/domain/access/actor.ts';
import { can } from '#lib/domain/access/can.ts';
import type { ClinicSettings } from '#lib/domain/protocol/clinic-defaults.ts';
import { eachSetting } from '#lib/domain/protocol/each-setting.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import { changesBetween, changeVersioned, type StaleReason } from './change-versioned.ts';

export type ChangeClinicSettingsReason =
  | { kind: 'not-allowed' }
  | { kind: 'not-found' }
  | StaleReason<ClinicSettings>;

type Flat = Record<string, unknown> & { version: number };

/**
 * Changes what the next protocols of the actor's clinic start from. A version that is published keeps what it says.
 * When a removal is overdue is the clinic's own rule and no protocol's: where that changes, the open cases are due to
 * be judged anew.
 */
export async function changeClinicSettings({
  actor,
  input: { version: seen, ...after },
  now,
}: {
  actor: Actor;
  /** `version` is the one that was on the screen. */
  input: ClinicSettings;
  now: Instant;
}): Promise<Result<{ version: number }, ChangeClinicSettingsReason>> {
  const { clinicId, personId } = actor;
  if (!can(actor, 'clinic.manage', { clinicId })) return refused({ kind: 'not-allowed' });
  return inTransaction<{ version: number }, ChangeClinicSettingsReason>(async (tx) => {
    const before = await lockClinicSettings(tx, clinicId);
    if (!before) return refused({ kind: 'not-found' });
    const [old, next] = [eachSetting(before), eachSetting(after)];
    const was: Flat = { ...old, version: before.version };
    // A band that was taken away is a change too.
    const gone = Object.fromEntries(Object.keys(old).map((path) => [path, null]));
    const changed = await changeVersioned<Flat>({ before: was, after: { ...gone, ...next }, seen }, () =>
      findLastChange(tx, clinicId, ['clinic.changed'], clinicId),
    );
    if (!changed.ok) return refused({ ...changed.reason, theirs: before });
    if (changed.value === null) return ok({ version: before.version });
    const { version } = changed.value;
    await tx.commit([
      updateClinicSettings(clinicId, { ...after, version }),
      ...(before.defaults.overdueRemovalDays === after.defaults.overdueRemovalDays
        ? []
        : [makeStandingsDue(clinicId, now)]),
      insertAudit({
        event: 'clinic.changed',
        at: now,
        clinicId,
        actorId: personId,
        caseId: null,
        patientId: null,
        detail: { id: clinicId, version, changes: changesBetween(was, changed.value) },
        write: null,
      }),
    ]);
    return ok({ version });
  });
}
