import type { Um } from '#lib/domain/units.ts';
import type { Device } from './device.ts';

/**
 * Travel left: travel − opening, which is the initial one and net expansion (clinical.md §3); null when the travel is not
 * recorded. Never more than the travel: turned back further than it was open, by the reports, a device is closed.
 */
export function remainingTravelUm(device: Device, openingUm: Um): Um | null {
  return device.travelUm === null ? null : device.travelUm - Math.max(0, openingUm);
}
