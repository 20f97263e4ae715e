import { dayOf } from '#lib/domain/case-day.ts';
import type { Device } from '#lib/domain/device/device.ts';
import type { Instant } from '#lib/domain/units.ts';

/** Why a device cannot have been measured then: the day, in the zone of the case, is one on which it was not in the child. */
export function outOfPlace(
  zone: string,
  { placedAt, removedAt }: Pick<Device, 'placedAt' | 'removedAt'>,
  takenAt: Instant,
): 'before-placement' | 'after-removal' | null {
  const day = dayOf(zone, takenAt);
  if (day < dayOf(zone, placedAt)) return 'before-placement';
  return removedAt !== null && day > dayOf(zone, removedAt) ? 'after-removal' : null;
}
