import 'server-only';
import { insertAudit } from '#lib/data/audit.ts';
import {
  insertRecallWithdrawal,
  listRecalls,
  lockAffectedCases,
  lockRecalls,
  makeDue,
} from '#lib/data/recalls.ts';
import { inTransaction } from '#lib/data/transaction.ts';
import type { Actor } from '#lib/domain/access/actor.ts';
import { can } from '#lib/domain/access/can.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { WithdrawRecallInput } from '#lib/schemas/recall.ts';

export type WithdrawRecallReason = { kind: 'not-allowed' } | { kind: 'recall-unknown' };

/** Says that a recall no longer stands, because it was lifted or never was. Withdrawn twice, it is withdrawn. */
export async function withdrawRecall({
  actor,
  input: { recallId, reason },
  now,
}: {
  actor: Actor;
  input: WithdrawRecallInput;
  now: Instant;
}): Promise<Result<null, WithdrawRecallReason>> {
  const { clinicId } = actor;
  if (!can(actor, 'clinic.manage', { clinicId })) return refused({ kind: 'not-allowed' });
  return inTransaction<null, WithdrawRecallReason>(async (tx) => {
    await tx.query(lockRecalls(clinicId, 'exclusive'));
    const recall = (await listRecalls(tx, clinicId)).find(({ id }) => id === recallId);
    if (!recall) return refused({ kind: 'recall-unknown' });
    if (recall.withdrawn !== null) return ok(null);
    const affected = await lockAffectedCases(tx, clinicId, recall);
    await tx.commit([
      insertRecallWithdrawal(recallId, { reason, recordedBy: actor.personId, recordedAt: now }),
      makeDue(affected.caseIds, now),
      insertAudit({
        event: 'recall.withdrawn',
        at: now,
        clinicId,
        actorId: actor.personId,
        caseId: null,
        patientId: null,
        detail: { recallId, reason },
        write: null,
      }),
    ]);
    return ok(null);
  });
}
