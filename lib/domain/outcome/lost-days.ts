import { dayOf } from '#lib/domain/case-day.ts';
import type { Course } from '#lib/domain/timeline/course.ts';
import type { SlotEntry } from '#lib/domain/timeline/slot-entry.ts';
import type { Day } from '#lib/domain/units.ts';

/** Days of activation, from its first turn to its end, on which no device was advanced. */
export type LostDays = {
  /** On purpose: held or reversed. */
  heldDays: number;
  /** A turn was planned, and it is known that none was done. */
  missedDays: number;
  /** A turn was planned, and whether one was done is not known. */
  unknownDays: number;
};

/** A day on which every device was at its target is not lost. */
export function lostDaysOf(course: Course, endedDay: Day): LostDays {
  const { firstTurnAt } = course.phase;
  const lost = { heldDays: 0, missedDays: 0, unknownDays: 0 };
  if (firstTurnAt === null) return lost;
  const firstDay = dayOf(course.facts.zone, firstTurnAt);
  const days = new Map<Day, SlotEntry[]>();
  for (const { entries } of course.devices) {
    for (const entry of entries) {
      if (entry.day < firstDay || entry.day > endedDay) continue;
      const ofDay = days.get(entry.day);
      if (ofDay) ofDay.push(entry);
      else days.set(entry.day, [entry]);
    }
  }
  for (const entries of days.values()) {
    const kind = kindOf(entries);
    if (kind) lost[kind] += 1;
  }
  return lost;
}

function kindOf(entries: readonly SlotEntry[]): keyof LostDays | null {
  if (entries.some(({ reportedCenti }) => (reportedCenti ?? 0) > 0)) return null;
  const advances = entries.filter(({ planKind, plannedCenti }) => planKind === 'turn' && plannedCenti > 0);
  if (advances.some(({ status }) => status === 'unreported' || status === 'not-sure')) return 'unknownDays';
  if (advances.length > 0) return 'missedDays';
  const isOnPurpose = entries.some(({ planKind }) => planKind === 'hold' || planKind === 'turn');
  return isOnPurpose ? 'heldDays' : null;
}
