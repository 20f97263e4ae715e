import 'server-only';
import { writeKey } from '#lib/data/audit.ts';
import { insertDeviceEvent } from '#lib/data/device-events.ts';
import type { Actor, AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import type { DeviceEvent } from '#lib/domain/device/device-event.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { ReAnchorInput } from '#lib/schemas/device-event.ts';
import { type CaseReason, inCase } from './in-case.ts';

export type ReAnchorReason =
  | CaseReason
  /** No gap of a device of this case with that id stands. */
  | { kind: 'measurement-unknown' }
  /** That very reading is the base already. */
  | { kind: 'already-so' };

/**
 * Makes a measured gap the new base of its device: from then on the opening, the travel left and what the next reading
 * is compared with count from it. What was reported stays, and the difference is kept.
 */
export function reAnchorDevice(request: {
  actor: Actor;
  caseId: AuthorizedCaseId;
  input: ReAnchorInput;
  now: Instant;
}): Promise<Result<{ id: string }, ReAnchorReason>> {
  const { actor, caseId, input, now } = request;
  const { id, measurementId, reason } = input;
  return inCase<{ id: string }, ReAnchorReason>(
    { actor, caseId, now, action: 'measurement.record', write: writeKey(id, { caseId, input }) },
    ({ header, facts }) => {
      const measured = facts.measurements.find((one) => one.id === measurementId);
      if (measured?.kind !== 'device-gap' || measured.deviceId === null) {
        return refused({ kind: 'measurement-unknown' });
      }
      const { deviceId, takenAt, valueUm } = measured;
      const isBase = facts.deviceEvents.some(
        (event) => event.kind === 're-anchored' && event.measurementId === measurementId,
      );
      if (isBase) return refused({ kind: 'already-so' });
      const event: DeviceEvent = {
        id,
        kind: 're-anchored',
        deviceId,
        at: takenAt,
        openingUm: valueUm,
        measurementId,
        reason,
        recordedAt: now,
      };
      const recording = { caseId, recordedBy: actor.personId, correctsId: null, retracted: false };
      return ok({
        value: { id },
        change: {
          statements: [insertDeviceEvent(recording, event)],
          after: { header, facts: { ...facts, deviceEvents: [...facts.deviceEvents, event] } },
          event: 'device.followed',
          detail: { id, kind: event.kind, deviceId, at: takenAt, openingUm: valueUm, measurementId },
        },
      });
    },
  );
}
