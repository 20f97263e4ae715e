import 'server-only';
import { findReceipt, insertAudit, lockWrite, writeKey } from '#lib/data/audit.ts';
import { hasDeviceModel } from '#lib/data/device-models.ts';
import { insertRecall, lockAffectedCases, lockRecalls, makeDue } from '#lib/data/recalls.ts';
import { inTransaction } from '#lib/data/transaction.ts';
import type { Actor } from '#lib/domain/access/actor.ts';
import { can } from '#lib/domain/access/can.ts';
import { isoDay } from '#lib/domain/case-day.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { RecordRecallInput } from '#lib/schemas/recall.ts';

export type RecordRecallReason =
  | { kind: 'not-allowed' }
  | { kind: 'id-reused' }
  | { kind: 'model-unknown'; field: 'modelId' }
  | { kind: 'day-in-the-future'; field: 'issuedDay' };

/** Recalls whose day has begun anywhere on earth. */
const AHEAD_MS = 14 * 3_600_000;

/** Open cases with such a device, and those in which one may be such. */
type Flagged = { openCases: number; openUnclear: number };

/**
 * Records a recall of the clinic. The judgement of each open case that has such a device becomes due in the same
 * write, so that its flag stands as soon as anybody looks. So does that of each in which a
 * device may be one. Returns how many those are.
 */
export async function recordRecall({
  actor,
  input,
  now,
}: {
  actor: Actor;
  input: RecordRecallInput;
  now: Instant;
}): Promise<Result<Flagged, RecordRecallReason>> {
  const { clinicId } = actor;
  if (!can(actor, 'clinic.manage', { clinicId })) return refused({ kind: 'not-allowed' });
  const write = writeKey(input.id, input);
  return inTransaction<Flagged, RecordRecallReason>(async (tx) => {
    await Promise.all([tx.query(lockWrite(write)), tx.query(lockRecalls(clinicId, 'exclusive'))]);
    const receipt = await findReceipt(tx, clinicId, write);
    if (receipt.kind === 'same') return ok(receipt.result as Flagged);
    if (receipt.kind === 'other') return refused({ kind: 'id-reused' });
    if (input.modelId !== null && !(await hasDeviceModel(tx, clinicId, input.modelId))) {
      return refused({ kind: 'model-unknown', field: 'modelId' });
    }
    if (isoDay(input.issuedDay) > new Date(now + AHEAD_MS).toISOString().slice(0, 10)) {
      return refused({ kind: 'day-in-the-future', field: 'issuedDay' });
    }
    const affected = await lockAffectedCases(tx, clinicId, input);
    const result = {
      openCases: affected.certain,
      openUnclear: affected.caseIds.length - affected.certain,
    };
    await tx.commit([
      insertRecall(clinicId, actor.personId, { ...input, recordedAt: now }),
      makeDue(affected.caseIds, now),
      insertAudit({
        event: 'recall.recorded',
        at: now,
        clinicId,
        actorId: actor.personId,
        caseId: null,
        patientId: null,
        detail: { ...input, result },
        write,
      }),
    ]);
    return ok(result);
  });
}
