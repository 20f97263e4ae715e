import 'server-only';
import { findReceipt, insertAudit, lockWrite, writeKey } from '#lib/data/audit.ts';
import { brokenConstraint } from '#lib/data/constraint.ts';
import { insertDeviceModel } from '#lib/data/device-models.ts';
import { inTransaction } from '#lib/data/transaction.ts';
import type { Actor } from '#lib/domain/access/actor.ts';
import { can } from '#lib/domain/access/can.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { AddDeviceModelInput } from '#lib/schemas/device-model.ts';

export type AddDeviceModelReason =
  | { kind: 'not-allowed' }
  | { kind: 'id-reused' }
  /** The clinic has one of that maker and name. */
  | { kind: 'name-taken'; field: 'name' };

/** Adds a model to the clinic's own catalogue. What it says of MRI is said for each device, from its instructions. */
export async function addDeviceModel({
  actor,
  input,
  now,
}: {
  actor: Actor;
  input: AddDeviceModelInput;
  now: Instant;
}): Promise<Result<{ id: string }, AddDeviceModelReason>> {
  const { clinicId } = actor;
  if (!can(actor, 'clinic.manage', { clinicId })) return refused({ kind: 'not-allowed' });
  const write = writeKey(input.id, input);
  const result = { id: input.id };
  try {
    return await inTransaction<{ id: string }, AddDeviceModelReason>(async (tx) => {
      await tx.query(lockWrite(write));
      const receipt = await findReceipt(tx, clinicId, write);
      if (receipt.kind === 'same') return ok(result);
      if (receipt.kind === 'other') return refused({ kind: 'id-reused' });
      await tx.commit([
        insertDeviceModel(clinicId, { ...input, mriStatus: 'unknown', mriReference: null }),
        insertAudit({
          event: 'device-model.added',
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
  } catch (error) {
    const constraint = brokenConstraint(error);
    if (constraint === 'device_model_own_key') return refused({ kind: 'name-taken', field: 'name' });
    if (constraint === 'device_model_pkey') return refused({ kind: 'id-reused' });
    throw error;
  }
}
