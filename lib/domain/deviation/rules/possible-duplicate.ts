import { happenedAt, isRecent } from '#lib/domain/deviation/event-time.ts';
import type { SlotRef } from '#lib/domain/deviation/flag.ts';
import { type Rule, turnedDevices } from '#lib/domain/deviation/rule.ts';
import type { SlotEntry } from '#lib/domain/timeline/slot-entry.ts';
import type { Centi } from '#lib/domain/units.ts';

export type PossibleDuplicateEvidence = {
  rule: 'possible-duplicate';
  slot: SlotRef;
  /** Who told of it, each once. */
  by: readonly string[];
  plannedCenti: Centi;
  reportedCenti: Centi;
};

/**
 * Two people tell of one slot, each of what it asked for: it may be the same turn told twice. Fires at the second
 * report and stands for `tolerances.eventDays` × 24 h, or until one of them is corrected.
 */
export const possibleDuplicate: Rule<PossibleDuplicateEvidence> = (course) =>
  turnedDevices(course).flatMap(({ device, entries }) =>
    entries
      .filter((entry) => isToldTwice(entry) && isRecent(course, entry, happenedAt(entry)))
      .map((entry) => {
        const slot = { day: entry.day, slot: entry.slot };
        return {
          level: 'look-today' as const,
          deviceId: device.id,
          onset: slot,
          evidence: {
            rule: 'possible-duplicate' as const,
            slot,
            by: tellers(entry),
            plannedCenti: entry.plannedCenti,
            reportedCenti: entry.reportedCenti ?? 0,
          },
        };
      }),
  );

/** Whether different people told of a slot, each of no more than it asked for, and together of more. */
export function isToldTwice(entry: SlotEntry): boolean {
  const { reports, plannedCenti, planKind, status } = entry;
  if (status !== 'extra' || planKind !== 'turn' || tellers(entry).length < 2) return false;
  return reports.every(
    ({ actuationsCenti, outcome }) =>
      outcome !== 'extra' && actuationsCenti !== null && Math.abs(actuationsCenti) <= Math.abs(plannedCenti),
  );
}

function tellers({ reports }: SlotEntry): readonly string[] {
  const names = new Map<string, string>();
  for (const { turnedBy } of reports)
    if (turnedBy !== null) names.set(turnedBy.trim().toLowerCase(), turnedBy);
  return [...names.values()].sort();
}
