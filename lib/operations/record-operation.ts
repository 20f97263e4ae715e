import 'server-only';
import { writeKey } from '#lib/data/audit.ts';
import { insertOperation } from '#lib/data/courses.ts';
import { listOperations } from '#lib/data/operations.ts';
import type { Actor, AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import { can } from '#lib/domain/access/can.ts';
import type { CaseFacts, OperationFact } from '#lib/domain/facts.ts';
import { isLastReported } from '#lib/domain/removal/removal-report.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { OperationInput } from '#lib/schemas/operation.ts';
import { caseAfterOperation } from './case-after-operation.ts';
import { type CorrectionReason, withFact } from './correct-fact.ts';
import { type CaseReason, inCase } from './in-case.ts';
import { type MomentRefusal, resolvePast } from './resolve-moment.ts';
import { takenOut } from './taken-out.ts';
import { withBookingDone } from './with-booking-done.ts';

export type OperationReason =
  | CaseReason
  | CorrectionReason
  | MomentRefusal<'endedAt'>
  /** The case has its index operation: correct that one. */
  | { kind: 'index-exists'; field: 'kind'; operationId: string }
  | { kind: 'before-index'; field: 'endedAt'; operatedAt: Instant }
  | { kind: 'device-unknown'; field: 'removedDeviceIds' }
  /** Another operation took it out. */
  | { kind: 'device-removed'; field: 'removedDeviceIds'; deviceId: string }
  | { kind: 'before-placement'; field: 'endedAt'; deviceId: string; placedAt: Instant }
  /** A device that would be in place again has the label of one placed since. */
  | { kind: 'label-taken'; field: 'removedDeviceIds' };

/**
 * Records an operation that took place with the devices it took out, or the correction of one: what the corrected
 * one took out then counts only as far as the correction says so. A completed case takes corrections alone. The
 * correction of a removal that has its report opens a completed case again where it leaves something in place, and
 * completes an open one where it leaves nothing.
 */
export function recordOperation(request: {
  actor: Actor;
  caseId: AuthorizedCaseId;
  input: OperationInput;
  now: Instant;
}): Promise<Result<{ id: string; isCompleted: boolean }, OperationReason>> {
  const { actor, caseId, input, now } = request;
  const { id, kind, note, removedDeviceIds, correctsId, retracted } = input;
  return inCase<{ id: string; isCompleted: boolean }, OperationReason>(
    { actor, caseId, now, action: 'operation.record', write: writeKey(id, { caseId, input }) },
    async ({ db, header, facts }) => {
      if (!can(actor, 'operation.record', { clinicId: header.clinicId, operation: kind })) {
        return refused({ kind: 'not-allowed' });
      }
      if (header.closedAt !== null && correctsId === null)
        return refused({ kind: 'case-closed', closedAt: header.closedAt });
      const endedAt = resolvePast(facts.zone, input.endedAt, 'endedAt', now);
      if (!endedAt.ok) return endedAt;
      const operation: OperationFact = { id, kind, endedAt: endedAt.value, recordedAt: now };
      const operations = withFact(facts.operations, operation, input);
      if (!operations.ok) return operations;
      const recorded = correctsId === null ? [] : await listOperations(db, caseId);
      const corrected = recorded.find((one) => one.id === correctsId);
      const back = corrected?.removedDeviceIds ?? [];
      const refusal = operationRefusal(facts, operation, input, back);
      if (refusal) return refused(refusal);
      const removedAt = operation.endedAt;
      const taken = takenOut(facts.devices, { caseId, operationId: id, removedDeviceIds, back, removedAt });
      const recording = { caseId, recordedBy: actor.personId, correctsId, retracted };
      const isRemoval = kind === 'removal' && correctsId === null;
      const after = { ...facts, operations: operations.value, devices: taken.devices };
      const done = isRemoval ? withBookingDone(facts, { by: actor.personId, now }) : NOTHING_BOOKED;
      const isReported =
        corrected?.isReported === true &&
        !retracted &&
        isLastReported(recorded, { ...operation, removedDeviceIds, isReported: true }, correctsId);
      const ends = caseAfterOperation(after, header, { isReported, now });
      return ok({
        value: { id, isCompleted: ends.isCompleted },
        change: {
          statements: [
            insertOperation(recording, { ...operation, note }),
            ...taken.statements,
            ...done.statements,
            ...ends.statements,
          ],
          after: {
            header: ends.header,
            facts: { ...after, removal: done.removal ?? facts.removal },
          },
          event: correctsId === null ? 'operation.recorded' : 'operation.corrected',
          detail: {
            id,
            kind,
            endedAt: removedAt,
            removedDeviceIds,
            correctsId,
            retracted,
            reopened: header.closedAt !== null && ends.header.closedAt === null,
            closed: ends.isCompleted,
          },
        },
      });
    },
    { device_label_in_place_key: { kind: 'label-taken', field: 'removedDeviceIds' } },
  );
}

const NOTHING_BOOKED = { statements: [], removal: null };

/** Why an operation with what it took out cannot have been; `back`: what the corrected one took out. */
export function operationRefusal(
  { operations, devices }: CaseFacts,
  { kind, endedAt }: OperationFact,
  {
    removedDeviceIds,
    correctsId,
    retracted,
  }: Pick<OperationInput, 'removedDeviceIds' | 'correctsId' | 'retracted'>,
  back: readonly string[],
): OperationReason | null {
  const index = operations.find((operation) => operation.kind === 'index');
  if (kind === 'index' && correctsId === null && index) {
    return { kind: 'index-exists', field: 'kind', operationId: index.id };
  }
  if (kind === 'removal' && !retracted && index && endedAt < index.endedAt) {
    return { kind: 'before-index', field: 'endedAt', operatedAt: index.endedAt };
  }
  for (const deviceId of removedDeviceIds) {
    const device = devices.find(({ id }) => id === deviceId);
    if (!device) return { kind: 'device-unknown', field: 'removedDeviceIds' };
    if (device.removedAt !== null && !back.includes(deviceId)) {
      return { kind: 'device-removed', field: 'removedDeviceIds', deviceId };
    }
    if (endedAt <= device.placedAt) {
      return { kind: 'before-placement', field: 'endedAt', deviceId, placedAt: device.placedAt };
    }
  }
  return null;
}
