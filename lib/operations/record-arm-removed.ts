import 'server-only';
import { writeKey } from '#lib/data/audit.ts';
import { insertDeviceEvent } from '#lib/data/device-events.ts';
import type { Actor, AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import type { DeviceEvent } from '#lib/domain/device/device-event.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { ArmRemovedInput } from '#lib/schemas/device-event.ts';
import { type CaseReason, inCase } from './in-case.ts';
import { type MomentRefusal, resolvePast } from './resolve-moment.ts';

export type ArmRemovedReason =
  | CaseReason
  | MomentRefusal<'at'>
  | { kind: 'device-unknown'; field: 'deviceId' }
  /** The device was not in the child at that time. */
  | { kind: 'not-in-place'; field: 'at' }
  /** It is off already. */
  | { kind: 'already-so'; field: 'deviceId' };

/** Records that the arm of a device was taken off while the device stays, as in consolidation. */
export function recordArmRemoved(request: {
  actor: Actor;
  caseId: AuthorizedCaseId;
  input: ArmRemovedInput;
  now: Instant;
}): Promise<Result<{ id: string }, ArmRemovedReason>> {
  const { actor, caseId, input, now } = request;
  const { id, deviceId, reason } = input;
  return inCase<{ id: string }, ArmRemovedReason>(
    { actor, caseId, now, action: 'device.place', write: writeKey(id, { caseId, input }) },
    ({ header, facts }) => {
      const at = resolvePast(facts.zone, input.at, 'at', now);
      if (!at.ok) return at;
      const device = facts.devices.find((one) => one.id === deviceId);
      if (!device) return refused({ kind: 'device-unknown', field: 'deviceId' });
      if (at.value < device.placedAt || (device.removedAt !== null && at.value > device.removedAt)) {
        return refused({ kind: 'not-in-place', field: 'at' });
      }
      const isOff = facts.deviceEvents.some(
        (event) => event.kind === 'arm-removed' && event.deviceId === deviceId,
      );
      if (isOff) return refused({ kind: 'already-so', field: 'deviceId' });
      const event: DeviceEvent = { id, kind: 'arm-removed', deviceId, at: at.value, reason, recordedAt: now };
      const recording = { caseId, recordedBy: actor.personId, correctsId: null, retracted: false };
      return ok({
        value: { id },
        change: {
          statements: [insertDeviceEvent(recording, event)],
          after: { header, facts: { ...facts, deviceEvents: [...facts.deviceEvents, event] } },
          event: 'device.followed',
          detail: { id, kind: event.kind, deviceId, at: event.at },
        },
      });
    },
  );
}
