import type { Device } from './device.ts';

/** The order in which devices are named everywhere: as they were placed, then by their labels. */
export function byPlacement(a: Device, b: Device): number {
  if (a.placedAt !== b.placedAt) return a.placedAt - b.placedAt;
  return `${a.label} ${a.id}` < `${b.label} ${b.id}` ? -1 : 1;
}
