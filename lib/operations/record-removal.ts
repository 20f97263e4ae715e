import 'server-only';
import { writeKey } from '#lib/data/audit.ts';
import type { CaseRecord } from '#lib/data/case-facts.ts';
import { insertOperation } from '#lib/data/courses.ts';
import { listOperations } from '#lib/data/operations.ts';
import { findUnreportedBooking, insertRemovalReport } from '#lib/data/removal-reports.ts';
import { findTheatrePlan } from '#lib/data/schedules.ts';
import type { Actor, AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import { can } from '#lib/domain/access/can.ts';
import { dayOf } from '#lib/domain/case-day.ts';
import type { CaseFacts, OperationFact } from '#lib/domain/facts.ts';
import { isLastReported, type ReportedOperation, tookLastOut } from '#lib/domain/removal/removal-report.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import { HOUR_MS, type Instant } from '#lib/domain/units.ts';
import type { RecordRemovalInput } from '#lib/schemas/removal.ts';
import { caseAfterOperation } from './case-after-operation.ts';
import { withFact } from './correct-fact.ts';
import { type CaseReason, inCase } from './in-case.ts';
import { type OperationReason, operationRefusal } from './record-operation.ts';
import { type MomentRefusal, resolvePast } from './resolve-moment.ts';
import { takenOut } from './taken-out.ts';
import { withBookingDone } from './with-booking-done.ts';
import { withComplicationsSeen } from './with-complications-seen.ts';

export type RemovalReason =
  | CaseReason
  | OperationReason
  | MomentRefusal<'startedAt'>
  | { kind: 'ends-before-it-starts'; field: 'endedAt' }
  /** More than a day: one of the days is mistyped. */
  | { kind: 'takes-too-long'; field: 'endedAt' }
  /** Nothing is in place any more. */
  | { kind: 'removed-before'; operatedAt: Instant }
  /** The operation that it is to be the report of has one. */
  | { kind: 'reported-before'; field: 'correctsId' }
  /** Something is in place, or another operation took the last device out: it was no removal. */
  | { kind: 'not-the-removal'; field: 'correctsId' }
  | { kind: 'nothing-taken-out'; field: 'removedDeviceIds' }
  /** A scheduler records that the hardware is out, not what went wrong. */
  | { kind: 'may-not-record-complications'; field: 'complications' }
  | { kind: 'complication-device-unknown'; field: 'complications'; place: number };

const LONGEST_MS = 24 * HOUR_MS;

/**
 * Records the second operation with its actual times, what it took out, what was found and what stayed in, the
 * complications seen at it and the visits planned after it. A booking of the case is done with it, and the case is
 * completed where nothing keeps it open. As the report of an operation that was recorded without one it takes its place,
 * whether that was called a removal or not, and a completed case takes it, too.
 */
export function recordRemoval(request: {
  actor: Actor;
  caseId: AuthorizedCaseId;
  input: RecordRemovalInput;
  now: Instant;
}): Promise<Result<{ id: string; isCompleted: boolean }, RemovalReason>> {
  const { actor, caseId, input, now } = request;
  const { id, findings, stayedIn, visits, removedDeviceIds, correctsId } = input;
  return inCase<{ id: string; isCompleted: boolean }, RemovalReason>(
    { actor, caseId, now, action: 'operation.record', write: writeKey(id, { caseId, input }) },
    async ({ db, header, facts }) => {
      const { schedule } = await findTheatrePlan(db, header.clinicId, dayOf('UTC', now));
      const resolved = timesOf(input, schedule.zone, now);
      if (!resolved.ok) return resolved;
      const { value: times } = resolved;
      const removedAt = times.endedAt;
      const operation: OperationFact = { id, kind: 'removal', endedAt: removedAt, recordedAt: now };
      const operations = withFact(facts.operations, operation, {
        correctsId,
        retracted: false,
        anyKind: true,
      });
      if (!operations.ok) return operations;
      const recorded = await listOperations(db, caseId);
      const corrected = recorded.find((one) => one.id === correctsId);
      const back = corrected?.removedDeviceIds ?? [];
      const refusal =
        refusalOf(actor, { header, facts }, operation, { ...input, back }) ??
        reportRefusal(recorded, corrected, facts.devices);
      if (refusal) return refused(refusal);
      const by = actor.personId;
      // A removal without a report has had its booking done; one that is booked since is another.
      const done =
        corrected?.kind === 'removal'
          ? { statements: [], removal: facts.removal, bookingId: await findUnreportedBooking(db, caseId) }
          : withBookingDone(facts, { by, now });
      const onDay = dayOf(facts.zone, removedAt);
      const seen = withComplicationsSeen(input.complications, { caseId, by, onDay, now });
      const planned = visits.map((visit) => ({ ...visit, recordedAt: now }));
      const taken = takenOut(facts.devices, { caseId, operationId: id, removedDeviceIds, back, removedAt });
      const after: CaseFacts = {
        ...facts,
        operations: operations.value,
        devices: taken.devices,
        complications: [...facts.complications, ...seen.complications],
        removal: { ...done.removal, visits: [...facts.removal.visits, ...planned] },
      };
      const reported = { ...operation, removedDeviceIds, isReported: true };
      const isReported = isLastReported(recorded, reported, correctsId);
      const ends = caseAfterOperation(after, header, { isReported, now });
      const complicationIds = seen.complications.map((one) => one.id);
      const report = { operationId: id, ...times, findings, stayedIn, complicationIds, visits };
      const recording = { caseId, recordedBy: by, correctsId, retracted: false };
      return ok({
        value: { id, isCompleted: ends.isCompleted },
        change: {
          statements: [
            insertOperation(recording, { ...operation, note: null }),
            ...taken.statements,
            ...done.statements,
            ...seen.statements,
            ...insertRemovalReport({ ...recording, bookingId: done.bookingId, recordedAt: now }, report),
            ...ends.statements,
          ],
          after: { header: ends.header, facts: after },
          event: 'removal.recorded',
          detail: {
            ...report,
            id,
            removedDeviceIds,
            correctsId,
            bookingId: done.bookingId,
            closed: ends.isCompleted,
          },
        },
      });
    },
    { device_label_in_place_key: { kind: 'label-taken', field: 'removedDeviceIds' } },
  );
}

/** When it began and ended, on the clock of the clinic. */
function timesOf(
  input: Pick<RecordRemovalInput, 'startedAt' | 'endedAt'>,
  zone: string,
  now: Instant,
): Result<{ startedAt: Instant; endedAt: Instant }, RemovalReason> {
  const startedAt = resolvePast(zone, input.startedAt, 'startedAt', now);
  if (!startedAt.ok) return startedAt;
  const endedAt = resolvePast(zone, input.endedAt, 'endedAt', now);
  if (!endedAt.ok) return endedAt;
  const tookMs = endedAt.value - startedAt.value;
  if (tookMs <= 0) return refused({ kind: 'ends-before-it-starts', field: 'endedAt' });
  if (tookMs > LONGEST_MS) return refused({ kind: 'takes-too-long', field: 'endedAt' });
  return ok({ startedAt: startedAt.value, endedAt: endedAt.value });
}

/** Why the removal cannot have been so, or not be recorded by this person; null where it can. */
function refusalOf(
  actor: Actor,
  { header, facts }: CaseRecord,
  operation: OperationFact,
  { removedDeviceIds, complications, correctsId, back }: RecordRemovalInput & { back: readonly string[] },
): RemovalReason | null {
  const { devices, operations } = facts;
  const corrected = operations.find(({ id }) => id === correctsId);
  if (corrected && !can(actor, 'operation.record', { clinicId: header.clinicId, operation: corrected.kind }))
    return { kind: 'not-allowed' };
  if (corrected?.kind === 'index') return { kind: 'correction-of-unknown', field: 'correctsId' };
  const isNothingIn = devices.every(({ removedAt }) => removedAt !== null);
  const before = operations.find(({ kind }) => kind === 'removal');
  if (!corrected && before && isNothingIn) return { kind: 'removed-before', operatedAt: before.endedAt };
  if (!corrected && header.closedAt !== null) return { kind: 'case-closed', closedAt: header.closedAt };
  if (removedDeviceIds.length === 0 && !(corrected && isNothingIn && back.length === 0))
    return { kind: 'nothing-taken-out', field: 'removedDeviceIds' };
  const taken = { removedDeviceIds, correctsId, retracted: false };
  const refusal = operationRefusal(facts, operation, taken, back);
  if (refusal) return refusal;
  if (complications.length > 0 && !can(actor, 'complication.record', { clinicId: header.clinicId }))
    return { kind: 'may-not-record-complications', field: 'complications' };
  const place = complications.findIndex(
    ({ deviceId }) => deviceId !== null && !devices.some((device) => device.id === deviceId),
  );
  return place === -1 ? null : { kind: 'complication-device-unknown', field: 'complications', place };
}

/** Why the report cannot be that of the operation it corrects; null where it can, or corrects none. */
function reportRefusal(
  recorded: readonly ReportedOperation[],
  corrected: ReportedOperation | undefined,
  devices: CaseFacts['devices'],
): RemovalReason | null {
  if (!corrected) return null;
  if (corrected.isReported) return { kind: 'reported-before', field: 'correctsId' };
  const isRemoval = corrected.kind === 'removal' || tookLastOut(recorded, devices)?.id === corrected.id;
  return isRemoval ? null : { kind: 'not-the-removal', field: 'correctsId' };
}
