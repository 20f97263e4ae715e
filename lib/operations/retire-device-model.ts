import 'server-only';
import { insertAudit } from '#lib/data/audit.ts';
import { listCatalogue, retireDeviceModel as retireRow } from '#lib/data/device-models.ts';
import { inTransaction } from '#lib/data/transaction.ts';
import type { Actor } from '#lib/domain/access/actor.ts';
import { can } from '#lib/domain/access/can.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';

export type RetireDeviceModelReason =
  | { kind: 'not-allowed' }
  /** The clinic has no such model of its own; what is shared is not its to retire. */
  | { kind: 'model-unknown' };

/** Offers a model of the clinic's own no longer. Devices that are of it stay so, and are found by it. */
export async function retireDeviceModel({
  actor,
  modelId,
  now,
}: {
  actor: Actor;
  modelId: string;
  now: Instant;
}): Promise<Result<null, RetireDeviceModelReason>> {
  const { clinicId } = actor;
  if (!can(actor, 'clinic.manage', { clinicId })) return refused({ kind: 'not-allowed' });
  return inTransaction<null, RetireDeviceModelReason>(async (tx) => {
    const model = (await listCatalogue(tx, clinicId)).find(({ id, isOwn }) => id === modelId && isOwn);
    if (!model) return refused({ kind: 'model-unknown' });
    if (model.retiredAt !== null) return ok(null);
    await tx.commit([
      retireRow(clinicId, modelId, now),
      insertAudit({
        event: 'device-model.retired',
        at: now,
        clinicId,
        actorId: actor.personId,
        caseId: null,
        patientId: null,
        detail: { modelId },
        write: null,
      }),
    ]);
    return ok(null);
  });
}
