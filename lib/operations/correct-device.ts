import 'server-only';
import { listDevices, updateDeviceRow } from '#lib/data/devices.ts';
import { findLastChange } from '#lib/data/last-change.ts';
import { lockRecalls } from '#lib/data/recalls.ts';
import type { Actor, AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import type { PlacedDevice } from '#lib/domain/device/placed-device.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { CorrectDeviceInput } from '#lib/schemas/device.ts';
import { changesBetween, changeVersioned, type StaleReason } from './change-versioned.ts';
import { type CaseReason, inCase } from './in-case.ts';
import { checkDevice, type DeviceRefusal, LABEL_TAKEN } from './place-device.ts';

export type CorrectDeviceReason =
  | CaseReason
  | DeviceRefusal
  | StaleReason<PlacedDevice>
  | { kind: 'device-unknown' }
  /** It was taken out before it would have been placed. */
  | { kind: 'after-removal'; field: 'placedAt'; removedAt: Instant };

/**
 * Puts right what was written wrongly of a device; the trail keeps what stood there. What was planned and reported
 * in actuations stays, and is judged anew with the corrected thread.
 */
export function correctDevice(request: {
  actor: Actor;
  caseId: AuthorizedCaseId;
  input: CorrectDeviceInput;
  now: Instant;
}): Promise<Result<{ version: number }, CorrectDeviceReason>> {
  const { actor, caseId, input, now } = request;
  return inCase<{ version: number }, CorrectDeviceReason>(
    { actor, caseId, now, action: 'device.place', write: null, lock: lockRecalls(actor.clinicId, 'share') },
    async ({ db, header, facts }) => {
      const { version: seen, ...fields } = input;
      const before = (await listDevices(db, caseId)).find(({ id }) => id === input.id);
      if (!before) return refused({ kind: 'device-unknown' });
      const checked = await checkDevice(db, header.clinicId, facts, fields, now);
      if (!checked.ok) return checked;
      const { removedAt, recordedAt } = before;
      if (removedAt !== null && checked.value.placedAt >= removedAt) {
        return refused({ kind: 'after-removal', field: 'placedAt', removedAt });
      }
      const changed = await changeVersioned(
        { before, after: { ...checked.value, removedAt, recordedAt }, seen },
        () => findLastChange(db, header.clinicId, ['device.changed', 'device.placed'], input.id),
      );
      if (!changed.ok) return changed;
      const after = changed.value;
      if (after === null) return ok({ value: { version: before.version }, change: null });
      const devices = facts.devices.map((device) => (device.id === after.id ? after : device));
      return ok({
        value: { version: after.version },
        change: {
          statements: [updateDeviceRow(after)],
          after: { header, facts: { ...facts, devices } },
          event: 'device.changed',
          detail: { id: after.id, version: after.version, changes: changesBetween(before, after) },
        },
      });
    },
    LABEL_TAKEN,
  );
}
