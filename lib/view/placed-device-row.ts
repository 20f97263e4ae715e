import type { DeviceEvent } from '#lib/domain/device/device-event.ts';
import type { PlacedDevice } from '#lib/domain/device/placed-device.ts';
import { actuationWords } from './actuation-words.ts';
import { threadWords } from './device-row.ts';
import { formatMm } from './format-amount.ts';
import { formatDay, formatInstant } from './format-date.ts';
import { MRI_WORDS } from './intake-words.ts';
import { mmText } from './read-mm.ts';

/** A device with everything that is recorded of it, in words. */
export type PlacedDeviceRow = {
  id: string;
  label: string;
  position: string;
  isRemoved: boolean;
  /** Whether the arm can be recorded as taken off: the device is in place, and it is not said yet. */
  hasArm: boolean;
  /** What is known, and what is not: value null. `eventId`: of what was written since, and may be withdrawn. */
  facts: readonly { term: string; value: string | null; eventId?: string }[];
};

/** What became of the devices; `bases`: re-anchoring → its base in words. */
type DeviceCourseWords = {
  events: readonly DeviceEvent[];
  bases: ReadonlyMap<string, string>;
  zone: string;
};

/** The devices of a case as they were placed. `models`: id → maker and name. */
export function placedDeviceRows(
  devices: readonly PlacedDevice[],
  models: ReadonlyMap<string, string>,
  { events, bases, zone }: DeviceCourseWords,
): readonly PlacedDeviceRow[] {
  const armOff = new Set(events.flatMap(({ kind, deviceId }) => (kind === 'arm-removed' ? [deviceId] : [])));
  return devices.map((device) => ({
    id: device.id,
    label: device.label,
    position: device.position,
    isRemoved: device.removedAt !== null,
    hasArm: device.removedAt === null && !armOff.has(device.id),
    facts: [
      {
        term: 'Model',
        value: device.modelId === null ? null : (models.get(device.modelId) ?? 'no longer in the catalogue'),
      },
      { term: 'Turn', value: threadWords(device) },
      {
        term: 'Actuation',
        value: actuationWords(mmText(device.umPerTurn), String(device.actuationsPerTurn)),
      },
      { term: 'Travel', value: device.travelUm === null ? null : formatMm(device.travelUm) },
      { term: 'Opening', value: `${formatMm(device.initialOpeningUm)} at placement` },
      { term: 'Placed', value: formatInstant(device.placedAt, zone) },
      ...(device.removedAt === null
        ? []
        : [{ term: 'Taken out', value: formatInstant(device.removedAt, zone) }]),
      { term: 'Lot, serial', value: [device.lot, device.serial].filter(Boolean).join(', ') || null },
      {
        term: 'UDI, expiry',
        value:
          [device.udi, device.expiresDay === null ? null : formatDay(device.expiresDay)]
            .filter(Boolean)
            .join(', ') || null,
      },
      { term: 'Arm, driver', value: [device.arm, device.driver].filter(Boolean).join(', ') || null },
      ...events
        .filter(({ deviceId }) => deviceId === device.id)
        .sort((a, b) => a.at - b.at)
        .map((event) => ({ ...eventLine(event, bases, zone), eventId: event.id })),
      {
        term: 'MRI',
        value:
          device.mriStatus === 'unknown'
            ? null
            : [MRI_WORDS[device.mriStatus], device.mriReference].filter(Boolean).join(', '),
      },
    ],
  }));
}

/** `Arm off: 12-Mar-2026 10:00: broken`, or `Base: 20.0 mm since 12-Mar-2026 10:00, −3.0 mm from the turns: why`. */
export function eventLine(
  event: DeviceEvent,
  bases: ReadonlyMap<string, string>,
  zone: string,
): { term: string; value: string } {
  if (event.kind === 're-anchored') return { term: 'Base', value: bases.get(event.id) ?? '' };
  const why = event.reason === null ? '' : `: ${event.reason}`;
  return { term: 'Arm off', value: `${formatInstant(event.at, zone)}${why}` };
}
