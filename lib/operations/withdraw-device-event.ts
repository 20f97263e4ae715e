import 'server-only';
import { writeKey } from '#lib/data/audit.ts';
import { insertDeviceEvent } from '#lib/data/device-events.ts';
import type { Actor, AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import type { DeviceEvent } from '#lib/domain/device/device-event.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { WithdrawDeviceEventInput } from '#lib/schemas/device-event.ts';
import { type CaseReason, inCase } from './in-case.ts';

export type WithdrawDeviceEventReason =
  | CaseReason
  /** No such entry stands in this case: somebody else has withdrawn it. */
  | { kind: 'event-unknown' };

/**
 * Withdraws what was written of a device: that its arm was taken off, or that a measured gap became its base. The
 * entry stays on record with the reason; the opening and the travel count as if it had never been.
 */
export function withdrawDeviceEvent(request: {
  actor: Actor;
  caseId: AuthorizedCaseId;
  input: WithdrawDeviceEventInput;
  now: Instant;
}): Promise<Result<{ id: string }, WithdrawDeviceEventReason>> {
  const { actor, caseId, input, now } = request;
  const { id, eventId, reason } = input;
  return inCase<{ id: string }, WithdrawDeviceEventReason>(
    { actor, caseId, now, action: 'device.place', write: writeKey(id, { caseId, input }) },
    ({ header, facts }) => {
      const event = facts.deviceEvents.find((one) => one.id === eventId);
      if (!event) return refused({ kind: 'event-unknown' });
      const recording = { caseId, recordedBy: actor.personId, correctsId: eventId, retracted: true };
      const withdrawal: DeviceEvent = { ...event, id, reason, recordedAt: now };
      const deviceEvents = facts.deviceEvents.filter((one) => one !== event);
      const { kind, deviceId } = event;
      return ok({
        value: { id },
        change: {
          statements: [insertDeviceEvent(recording, withdrawal)],
          after: { header, facts: { ...facts, deviceEvents } },
          event: 'device.followed',
          detail: { id, kind, deviceId, correctsId: eventId, retracted: true, reason },
        },
      });
    },
  );
}
