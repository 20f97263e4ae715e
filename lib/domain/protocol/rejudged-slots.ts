import { dayOf } from '#lib/domain/case-day.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { inactiveSpans } from '#lib/domain/phase/inactive-spans.ts';
import { plannedSlots } from '#lib/domain/plan/planned-slots.ts';
import type { Centi, Day, Instant } from '#lib/domain/units.ts';

/** A past slot whose plan a change alters for a device; null: no plan. */
export type RejudgedSlot = {
  day: Day;
  slot: number;
  deviceId: string;
  beforeCenti: Centi | null;
  afterCenti: Centi | null;
};

/** The slots up to `now` in which a device would be judged by another plan after a change, in order. */
export function rejudgedSlots(before: CaseFacts, after: CaseFacts, now: Instant): readonly RejudgedSlot[] {
  const [was, is] = [plannedUntil(before, now), plannedUntil(after, now)];
  const keys = [...new Set([...was.keys(), ...is.keys()])];
  const changed = keys.flatMap((key): RejudgedSlot[] => {
    const [day = 0, slot = 0, deviceId = ''] = JSON.parse(key) as [number, number, string];
    const [beforeCenti, afterCenti] = [was.get(key) ?? null, is.get(key) ?? null];
    return beforeCenti === afterCenti ? [] : [{ day, slot, deviceId, beforeCenti, afterCenti }];
  });
  return changed.sort((a, b) => a.day - b.day || a.slot - b.slot);
}

function plannedUntil(facts: CaseFacts, now: Instant): ReadonlyMap<string, Centi> {
  const inactive = inactiveSpans(facts, (at) => at <= now);
  const planned = new Map<string, Centi>();
  for (const slot of plannedSlots({ ...facts, inactive }, dayOf(facts.zone, now))) {
    if (slot.at > now) break;
    slot.amounts.forEach(({ kind, centi }, index) => {
      const deviceId = facts.devices[index]?.id;
      if (kind !== 'none' && deviceId) planned.set(JSON.stringify([slot.day, slot.slot, deviceId]), centi);
    });
  }
  return planned;
}
