import type { CaseFacts } from '#lib/domain/facts.ts';
import { rejudgedSlots } from '#lib/domain/protocol/rejudged-slots.ts';
import type { Instant } from '#lib/domain/units.ts';
import { formatActuations } from './format-amount.ts';
import { formatDayShort } from './format-date.ts';

/** `11-Mar slot 2, Left: 1 → 0`: the past slots whose plan differs, in order. */
export function rejudgedWords(before: CaseFacts, after: CaseFacts, now: Instant): readonly string[] {
  return rejudgedSlots(before, after, now).map(({ day, slot, deviceId, beforeCenti, afterCenti }) => {
    const label = after.devices.find(({ id }) => id === deviceId)?.label ?? '';
    const words = (centi: number | null) => (centi === null ? 'no plan' : formatActuations(centi));
    return `${formatDayShort(day)} slot ${slot}, ${label}: ${words(beforeCenti)} \u2192 ${words(afterCenti)}`;
  });
}
