import 'server-only';
import { writeKey } from '#lib/data/audit.ts';
import { hasDeviceModel } from '#lib/data/device-models.ts';
import { insertDevice } from '#lib/data/devices.ts';
import { lockRecalls } from '#lib/data/recalls.ts';
import type { Queryable } from '#lib/data/statement.ts';
import type { Actor, AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import type { PlacedDevice } from '#lib/domain/device/placed-device.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { DeviceFields, PlaceDeviceInput } from '#lib/schemas/device.ts';
import { type CaseReason, inCase } from './in-case.ts';
import { type MomentRefusal, resolvePast } from './resolve-moment.ts';

export type DeviceRefusal =
  | MomentRefusal<'placedAt'>
  /** The clinic's catalogue has no such model. */
  | { kind: 'model-unknown'; field: 'modelId' }
  /** A device in place has this label: the family would not know which is meant. */
  | { kind: 'label-taken'; field: 'label' };

export type PlaceDeviceReason = CaseReason | DeviceRefusal;

/** Records a device as it was placed. */
export function placeDevice(request: {
  actor: Actor;
  caseId: AuthorizedCaseId;
  input: PlaceDeviceInput;
  now: Instant;
}): Promise<Result<{ id: string }, PlaceDeviceReason>> {
  const { actor, caseId, input, now } = request;
  const { id, ...fields } = input;
  return inCase<{ id: string }, PlaceDeviceReason>(
    {
      ...request,
      action: 'device.place',
      write: writeKey(id, { caseId, input }),
      lock: lockRecalls(actor.clinicId, 'share'),
    },
    async ({ db, header, facts }) => {
      const checked = await checkDevice(db, header.clinicId, facts, { id, ...fields }, now);
      if (!checked.ok) return checked;
      const device: PlacedDevice = { ...checked.value, removedAt: null, recordedAt: now, version: 1 };
      return ok({
        value: { id },
        change: {
          statements: [insertDevice(caseId, actor.personId, device)],
          after: { header, facts: { ...facts, devices: [...facts.devices, device] } },
          event: 'device.placed',
          detail: { id, label: device.label, modelId: device.modelId, lot: device.lot },
        },
      });
    },
    LABEL_TAKEN,
  );
}

/** What the key of the labels in place means. */
export const LABEL_TAKEN = {
  device_label_in_place_key: { kind: 'label-taken', field: 'label' },
} as const satisfies Record<string, DeviceRefusal>;

/** The device with the time of its placement as an instant, once it can be true. */
export async function checkDevice(
  db: Queryable,
  clinicId: string,
  { zone, devices }: CaseFacts,
  input: DeviceFields & { id: string },
  now: Instant,
): Promise<Result<Omit<PlacedDevice, 'removedAt' | 'recordedAt' | 'version'>, DeviceRefusal>> {
  const placedAt = resolvePast(zone, input.placedAt, 'placedAt', now);
  if (!placedAt.ok) return placedAt;
  const { id, label, modelId } = input;
  const isTaken = devices.some(
    (other) =>
      other.id !== id && other.removedAt === null && other.label.toLowerCase() === label.toLowerCase(),
  );
  if (isTaken) return refused({ kind: 'label-taken', field: 'label' });
  if (modelId !== null && !(await hasDeviceModel(db, clinicId, modelId))) {
    return refused({ kind: 'model-unknown', field: 'modelId' });
  }
  return ok({ ...input, placedAt: placedAt.value });
}
