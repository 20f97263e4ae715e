import 'server-only';
import { writeKey } from '#lib/data/audit.ts';
import type { CaseRecord } from '#lib/data/case-facts.ts';
import { closeCaseRow } from '#lib/data/cases.ts';
import { insertOperation } from '#lib/data/courses.ts';
import { setRemoval } from '#lib/data/devices.ts';
import { insertRemovalReport } from '#lib/data/removal-reports.ts';
import { findTheatrePlan } from '#lib/data/schedules.ts';
import type { Actor, AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import { can } from '#lib/domain/access/can.ts';
import { dayOf } from '#lib/domain/case-day.ts';
import type { CaseFacts, OperationFact } from '#lib/domain/facts.ts';
import { isCompleted } from '#lib/domain/phase/completion.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { RecordRemovalInput } from '#lib/schemas/removal.ts';
import { type CaseReason, inCase } from './in-case.ts';
import { type OperationReason, operationRefusal } from './record-operation.ts';
import { type MomentRefusal, resolvePast } from './resolve-moment.ts';
import { withBookingDone } from './with-booking-done.ts';
import { withComplicationsSeen } from './with-complications-seen.ts';

export type RemovalReason =
  | CaseReason
  | OperationReason
  | MomentRefusal<'startedAt'>
  | { kind: 'ends-before-it-starts'; field: 'endedAt' }
  /** Nothing is in place any more. */
  | { kind: 'removed-before'; operatedAt: Instant }
  | { kind: 'nothing-taken-out'; field: 'removedDeviceIds' }
  /** A scheduler records that the hardware is out, not what went wrong. */
  | { kind: 'may-not-record-complications'; field: 'complications' }
  | { kind: 'complication-device-unknown'; field: 'complications'; place: number };

/**
 * Records the second operation with its actual times, what it took out, what was found and what stayed in, the
 * complications seen at it and the visits planned after it. A booking of the case is done with it, and the case is
 * completed where nothing keeps it open.
 */
export function recordRemoval(request: {
  actor: Actor;
  caseId: AuthorizedCaseId;
  input: RecordRemovalInput;
  now: Instant;
}): Promise<Result<{ id: string; isCompleted: boolean }, RemovalReason>> {
  const { actor, caseId, input, now } = request;
  const { id, findings, stayedIn, visits, removedDeviceIds } = input;
  return inCase<{ id: string; isCompleted: boolean }, RemovalReason>(
    { actor, caseId, now, action: 'operation.record', write: writeKey(id, { caseId, input }) },
    async ({ db, header, facts }) => {
      const { schedule } = await findTheatrePlan(db, header.clinicId, dayOf('UTC', now));
      const startedAt = resolvePast(schedule.zone, input.startedAt, 'startedAt', now);
      if (!startedAt.ok) return startedAt;
      const endedAt = resolvePast(schedule.zone, input.endedAt, 'endedAt', now);
      if (!endedAt.ok) return endedAt;
      if (endedAt.value <= startedAt.value)
        return refused({ kind: 'ends-before-it-starts', field: 'endedAt' });
      const removedAt = endedAt.value;
      const operation: OperationFact = { id, kind: 'removal', endedAt: removedAt, recordedAt: now };
      const refusal = refusalOf(actor, { header, facts }, operation, input);
      if (refusal) return refused(refusal);
      const by = actor.personId;
      const done = withBookingDone(facts, { by, now });
      const onDay = dayOf(facts.zone, removedAt);
      const seen = withComplicationsSeen(input.complications, { caseId, by, onDay, now });
      const planned = visits.map((visit) => ({ ...visit, recordedAt: now }));
      const after: CaseFacts = {
        ...facts,
        operations: [...facts.operations, operation],
        devices: facts.devices.map((device) =>
          removedDeviceIds.includes(device.id) ? { ...device, removedAt } : device,
        ),
        complications: [...facts.complications, ...seen.complications],
        removal: { ...done.removal, visits: [...facts.removal.visits, ...planned] },
      };
      const closing = isCompleted(after, now)
        ? { closedAt: Math.max(now, header.openedAt), closedAs: 'completed', reason: null }
        : null;
      const complicationIds = seen.complications.map((one) => one.id);
      const times = { startedAt: startedAt.value, endedAt: removedAt };
      const report = { operationId: id, ...times, findings, stayedIn, complicationIds, visits };
      const recording = { caseId, recordedBy: by, correctsId: null, retracted: false };
      return ok({
        value: { id, isCompleted: closing !== null },
        change: {
          statements: [
            insertOperation(recording, { ...operation, note: null }),
            setRemoval(caseId, removedDeviceIds, { operationId: id, removedAt }),
            ...done.statements,
            ...seen.statements,
            ...insertRemovalReport({ ...recording, bookingId: done.bookingId, recordedAt: now }, report),
            ...(closing ? [closeCaseRow(caseId, closing)] : []),
          ],
          after: {
            header: closing ? { ...header, closedAt: closing.closedAt, closedAs: closing.closedAs } : header,
            facts: after,
          },
          event: 'removal.recorded',
          detail: { ...report, id, removedDeviceIds, bookingId: done.bookingId, closed: closing !== null },
        },
      });
    },
  );
}

/** Why the removal cannot have been so, or not be recorded by this person; null where it can. */
function refusalOf(
  actor: Actor,
  { header, facts }: CaseRecord,
  operation: OperationFact,
  { removedDeviceIds, complications }: RecordRemovalInput,
): RemovalReason | null {
  const { devices, operations } = facts;
  const before = operations.find(({ kind }) => kind === 'removal');
  if (before && devices.every(({ removedAt }) => removedAt !== null))
    return { kind: 'removed-before', operatedAt: before.endedAt };
  if (removedDeviceIds.length === 0) return { kind: 'nothing-taken-out', field: 'removedDeviceIds' };
  const taken = { removedDeviceIds, correctsId: null, retracted: false };
  const refusal = operationRefusal(facts, operation, taken, []);
  if (refusal) return refusal;
  if (complications.length > 0 && !can(actor, 'complication.record', { clinicId: header.clinicId }))
    return { kind: 'may-not-record-complications', field: 'complications' };
  const place = complications.findIndex(
    ({ deviceId }) => deviceId !== null && !devices.some((device) => device.id === deviceId),
  );
  return place === -1 ? null : { kind: 'complication-device-unknown', field: 'complications', place };
}
