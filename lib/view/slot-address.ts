import { dayFromIso, isoDay } from '#lib/domain/case-day.ts';
import type { Day } from '#lib/domain/units.ts';

/** One device in one slot, as it stands in an address: `2026-03-12.2.1` is the second slot, the first device. */
export type SlotAddress = { day: Day; slot: number; deviceIndex: number };

const ADDRESS = /^(\d{4}-\d{2}-\d{2})\.([1-9]\d?)\.([1-9]\d?)$/;

export function slotAddress({ day, slot, deviceIndex }: SlotAddress): string {
  return `${isoDay(day)}.${slot}.${deviceIndex + 1}`;
}

/** The place that an address names, or null if it names none. */
export function readSlotAddress(text: unknown): SlotAddress | null {
  const match = typeof text === 'string' ? ADDRESS.exec(text) : null;
  const day = match ? dayFromIso(match[1] ?? '') : null;
  return match && day !== null ? { day, slot: Number(match[2]), deviceIndex: Number(match[3]) - 1 } : null;
}
