import { isoDay, type LocalTime, localTime } from '#lib/domain/case-day.ts';
import type { PlacedDevice } from '#lib/domain/device/placed-device.ts';
import type { Site } from '#lib/domain/facts.ts';
import type { Instant } from '#lib/domain/units.ts';
import { formatMm } from './format-amount.ts';
import { formatDay, formatInstant, formatMinute } from './format-date.ts';
import { DIRECTION_WORDS, MRI_WORDS } from './intake-words.ts';
import { mmText } from './read-mm.ts';

/** What the controls of a device hold, by name. */
export type DeviceValues = Readonly<Partial<Record<string, string>>>;

/** A model of the catalogue as a choice, with what it fills in. */
export type ModelChoice = {
  value: string;
  label: string;
  mmPerTurn: string;
  actuationsPerTurn: string;
  travelsMm: readonly string[];
};

type Model = {
  id: string;
  maker: string;
  name: string;
  sites: readonly string[];
  umPerTurn: number | null;
  actuationsPerTurn: number | null;
  travelsUm: readonly number[];
};

/** The catalogue with the models of the site first. */
export function modelChoices(models: readonly Model[], site: Site): ModelChoice[] {
  const isOfSite = ({ sites }: Model) => sites.includes(site);
  return [...models.filter(isOfSite), ...models.filter((model) => !isOfSite(model))].map((model) => ({
    value: model.id,
    label: `${model.maker} ${model.name}${isOfSite(model) ? '' : ' (another site)'}`,
    mmPerTurn: mmText(model.umPerTurn),
    actuationsPerTurn: model.actuationsPerTurn === null ? '' : String(model.actuationsPerTurn),
    travelsMm: model.travelsUm.map(mmText),
  }));
}

/** A device on record as its form holds it. */
export function deviceValues(device: PlacedDevice, zone: string): DeviceValues {
  const placed = localTime(zone, device.placedAt);
  return {
    modelId: device.modelId ?? '',
    label: device.label,
    position: device.position,
    umPerTurn: mmText(device.umPerTurn),
    actuationsPerTurn: String(device.actuationsPerTurn),
    turnDirection: device.turnDirection,
    travelUm: mmText(device.travelUm),
    initialOpeningUm: mmText(device.initialOpeningUm),
    placedAtDay: isoDay(placed.day),
    placedAtTime: formatMinute(placed.minute),
    lot: device.lot ?? '',
    serial: device.serial ?? '',
    udi: device.udi ?? '',
    expiresDay: device.expiresDay === null ? '' : isoDay(device.expiresDay),
    mriStatus: device.mriStatus,
    mriReference: device.mriReference ?? '',
    arm: device.arm ?? '',
    driver: device.driver ?? '',
  };
}

/**
 * What the next device starts from: hardware like the one before it, placed at the end of the operation. What belongs
 * to one placement alone (label, direction, opening, lot) is never carried over. In an exchange it takes the place of the
 * one taken out last.
 */
export function nextDeviceValues(
  devices: readonly PlacedDevice[],
  operatedAt: Instant | null,
  zone: string,
  isExchange: boolean,
): DeviceValues {
  if (isExchange) return exchangedDeviceValues(devices, zone);
  const last = devices.findLast(({ removedAt }) => removedAt === null);
  if (last) {
    const { modelId, umPerTurn, actuationsPerTurn, travelUm, placedAtDay, placedAtTime, arm, driver } =
      deviceValues(last, zone);
    return { modelId, umPerTurn, actuationsPerTurn, travelUm, placedAtDay, placedAtTime, arm, driver };
  }
  if (operatedAt === null) return {};
  const { day, minute } = localTime(zone, operatedAt);
  return { placedAtDay: isoDay(day), placedAtTime: formatMinute(minute) };
}

/** The label and the position of the device that was taken out last, and the moment in which it was. */
function exchangedDeviceValues(devices: readonly PlacedDevice[], zone: string): DeviceValues {
  const out = devices.reduce<PlacedDevice | null>(
    (last, device) => ((device.removedAt ?? 0) > (last?.removedAt ?? 0) ? device : last),
    null,
  );
  if (out === null || out.removedAt === null) return {};
  const { day, minute } = localTime(zone, out.removedAt);
  const { label, position } = out;
  return { label, position, placedAtDay: isoDay(day), placedAtTime: formatMinute(minute) };
}

type Said = Omit<PlacedDevice, 'id' | 'placedAt' | 'removedAt' | 'recordedAt' | 'version'> & {
  placedAt: Instant | LocalTime;
};

/** A device field by field in words, to compare two versions of it. The model stays an id. */
export function deviceWords(device: Said, zone: string): Record<string, string> {
  return {
    modelId: device.modelId ?? '',
    label: device.label,
    position: device.position,
    umPerTurn: formatMm(device.umPerTurn),
    actuationsPerTurn: String(device.actuationsPerTurn),
    turnDirection: DIRECTION_WORDS[device.turnDirection],
    travelUm: device.travelUm === null ? '' : formatMm(device.travelUm),
    initialOpeningUm: formatMm(device.initialOpeningUm),
    placedAt: momentWords(device.placedAt, zone),
    lot: device.lot ?? '',
    serial: device.serial ?? '',
    udi: device.udi ?? '',
    expiresDay: device.expiresDay === null ? '' : formatDay(device.expiresDay),
    mriStatus: MRI_WORDS[device.mriStatus],
    mriReference: device.mriReference ?? '',
    arm: device.arm ?? '',
    driver: device.driver ?? '',
  };
}

/** `14-Jul-2025 20:05` of an instant in `zone`, or of what the clock there showed. */
export function momentWords(moment: Instant | LocalTime, zone: string): string {
  return typeof moment === 'number'
    ? formatInstant(moment, zone)
    : `${formatDay(moment.day)} ${formatMinute(moment.minute)}`;
}
