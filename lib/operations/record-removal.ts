import 'server-only';
import { writeKey } from '#lib/data/audit.ts';
import { closeCaseRow } from '#lib/data/cases.ts';
import { insertOperation } from '#lib/data/courses.ts';
import { setRemoval } from '#lib/data/devices.ts';
import { insertRemovalReport } from '#lib/data/removal-reports.ts';
import { findTheatrePlan } from '#lib/data/schedules.ts';
import type { Actor, AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import { can } from '#lib/domain/access/can.ts';
import { dayOf } from '#lib/domain/case-day.ts';
import type { OperationFact } from '#lib/domain/facts.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { RecordRemovalInput } from '#lib/schemas/removal.ts';
import { type CaseReason, inCase } from './in-case.ts';
import { type OperationReason, operationRefusal } from './record-operation.ts';
import { type MomentRefusal, resolvePast } from './resolve-moment.ts';
import { withBookingDone } from './with-booking-done.ts';

export type RemovalReason =
  | CaseReason
  | OperationReason
  | MomentRefusal<'startedAt'>
  | { kind: 'ends-before-it-starts'; field: 'endedAt' }
  | { kind: 'removed-before'; operatedAt: Instant }
  | { kind: 'nothing-taken-out'; field: 'removedDeviceIds' }
  /** A case is completed when every device is out. */
  | { kind: 'device-stays'; field: 'closing'; labels: readonly string[] }
  | { kind: 'may-not-close'; field: 'closing' };

/**
 * Records the second operation with its actual times, what it took out, what was found and what stayed in, and the
 * visits planned after it. A booking of the case is done with it. `closing` completes the case in the same write.
 */
export function recordRemoval(request: {
  actor: Actor;
  caseId: AuthorizedCaseId;
  input: RecordRemovalInput;
  now: Instant;
}): Promise<Result<{ id: string }, RemovalReason>> {
  const { actor, caseId, input, now } = request;
  const { id, findings, stayedIn, complications, visits, removedDeviceIds } = input;
  return inCase<{ id: string }, RemovalReason>(
    { actor, caseId, now, action: 'operation.record', write: writeKey(id, { caseId, input }) },
    async ({ db, header, facts }) => {
      const { schedule } = await findTheatrePlan(db, header.clinicId, dayOf('UTC', now));
      const startedAt = resolvePast(schedule.zone, input.startedAt, 'startedAt', now);
      if (!startedAt.ok) return startedAt;
      const endedAt = resolvePast(schedule.zone, input.endedAt, 'endedAt', now);
      if (!endedAt.ok) return endedAt;
      if (endedAt.value <= startedAt.value)
        return refused({ kind: 'ends-before-it-starts', field: 'endedAt' });
      const before = facts.operations.find(({ kind }) => kind === 'removal');
      if (before) return refused({ kind: 'removed-before', operatedAt: before.endedAt });
      if (removedDeviceIds.length === 0)
        return refused({ kind: 'nothing-taken-out', field: 'removedDeviceIds' });
      const operation: OperationFact = { id, kind: 'removal', endedAt: endedAt.value, recordedAt: now };
      const taken = { removedDeviceIds, correctsId: null, retracted: false };
      const refusal = operationRefusal(facts, operation, taken, []);
      if (refusal) return refused(refusal);
      const staying = facts.devices.filter(
        (device) => device.removedAt === null && !removedDeviceIds.includes(device.id),
      );
      if (input.closing && staying.length > 0)
        return refused({ kind: 'device-stays', field: 'closing', labels: staying.map(({ label }) => label) });
      if (input.closing && !can(actor, 'case.close', { clinicId: header.clinicId }))
        return refused({ kind: 'may-not-close', field: 'closing' });
      const removedAt = endedAt.value;
      const done = withBookingDone(facts, { by: actor.personId, now });
      const closing = { closedAt: Math.max(now, header.openedAt), closedAs: 'completed', reason: null };
      const times = { startedAt: startedAt.value, endedAt: removedAt };
      const report = { operationId: id, ...times, findings, stayedIn, complications, visits };
      const recording = { caseId, recordedBy: actor.personId, correctsId: null, retracted: false };
      return ok({
        value: { id },
        change: {
          statements: [
            insertOperation(recording, { ...operation, note: null }),
            setRemoval(caseId, removedDeviceIds, { operationId: id, removedAt }),
            ...done.statements,
            ...insertRemovalReport({ ...recording, bookingId: done.bookingId, recordedAt: now }, report),
            ...(input.closing ? [closeCaseRow(caseId, closing)] : []),
          ],
          after: {
            header: input.closing ? { ...header, closedAt: closing.closedAt } : header,
            facts: {
              ...facts,
              operations: [...facts.operations, operation],
              devices: facts.devices.map((device) =>
                removedDeviceIds.includes(device.id) ? { ...device, removedAt } : device,
              ),
              removal: done.removal,
            },
          },
          event: 'removal.recorded',
          detail: { ...report, id, removedDeviceIds, bookingId: done.bookingId, closed: input.closing },
        },
      });
    },
  );
}
