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
  /** What is known, and what is not: value null. */
  facts: readonly { term: string; value: string | null }[];
};

/** What became of the devices; `bases`: device → its measured bases in words. */
type DeviceCourseWords = {
  events: readonly DeviceEvent[];
  bases: ReadonlyMap<string, readonly string[]>;
  zone: string;
};

/** The devices of a case as they were placed. `models`: id → maker and name. */
export function placedDeviceRows(
  devices: readonly PlacedDevice[],
  models: ReadonlyMap<string, string>,
  { events, bases, zone }: DeviceCourseWords,
): readonly PlacedDeviceRow[] {
  const armOff = new Map(
    events.flatMap((event) => (event.kind === 'arm-removed' ? [[event.deviceId, event] as const] : [])),
  );
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
      ...(bases.get(device.id) ?? []).map((value) => ({ term: 'Base', value })),
      ...armLines(armOff.get(device.id), zone),
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

function armLines(event: DeviceEvent | undefined, zone: string): PlacedDeviceRow['facts'] {
  if (!event) return [];
  const why = event.reason === null ? '' : `: ${event.reason}`;
  return [{ term: 'Arm off', value: `${formatInstant(event.at, zone)}${why}` }];
}
