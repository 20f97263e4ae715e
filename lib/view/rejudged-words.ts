import type { CaseFacts } from '#lib/domain/facts.ts';
import { rejudgedSlots } from '#lib/domain/protocol/rejudged-slots.ts';
import type { Instant } from '#lib/domain/units.ts';
import { formatActuations } from './format-amount.ts';
import { counted, formatDayShort } from './format-date.ts';

/** The past slots whose plan a version changes: `22 past slots from 15-Nov, 2 devices`, and each in words. */
export type Rejudged = { summary: string; lines: readonly string[] };

/** `11-Mar slot 2, Left: 1 → 0`: the past slots whose plan differs, in order; null: none. */
export function rejudgedWords(before: CaseFacts, after: CaseFacts, now: Instant): Rejudged | null {
  const changed = rejudgedSlots(before, after, now);
  const [first] = changed;
  if (first === undefined) return null;
  const slots = new Set(changed.map(({ day, slot }) => `${day}#${slot}`)).size;
  const devices = new Set(changed.map(({ deviceId }) => deviceId)).size;
  return {
    summary: `${counted(slots, 'past slot')} from ${formatDayShort(first.day)}, ${counted(devices, 'device')}`,
    lines: changed.map(({ day, slot, deviceId, beforeCenti, afterCenti }) => {
      const label = after.devices.find(({ id }) => id === deviceId)?.label ?? '';
      const words = (centi: number | null) => (centi === null ? 'no plan' : formatActuations(centi));
      return `${formatDayShort(day)} slot ${slot}, ${label}: ${words(beforeCenti)} \u2192 ${words(afterCenti)}`;
    }),
  };
}
