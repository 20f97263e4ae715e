import type { SlotRef } from '#lib/domain/deviation/flag.ts';
import { formatDay, formatDayShort } from './format-date.ts';

/** `14-Sep-2025, slot 2`; slot 0 is the day as a whole. */
export function slotWords({ day, slot }: SlotRef): string {
  return slot === 0 ? formatDay(day) : `${formatDayShort(day)}, slot ${slot}`;
}
