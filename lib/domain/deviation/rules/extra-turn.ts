import { happenedAt, isRecent } from '#lib/domain/deviation/event-time.ts';
import type { SlotRef } from '#lib/domain/deviation/flag.ts';
import { type Rule, turnedDevices } from '#lib/domain/deviation/rule.ts';
import { isToldTwice } from '#lib/domain/deviation/rules/possible-duplicate.ts';
import type { Centi } from '#lib/domain/units.ts';

export type ExtraTurnEvidence = {
  rule: 'extra-turn';
  slot: SlotRef;
  plannedCenti: Centi;
  reportedCenti: Centi;
  /** Two reports for one slot may be two parents reporting the same turn. */
  reports: number;
};

/**
 * More turned in a slot than it asked for. Doubling up after a missed turn is one of these: clinics differ on it. What two
 * people may have told twice is a possible duplicate instead.
 */
export const extraTurn: Rule<ExtraTurnEvidence> = (course) =>
  turnedDevices(course).flatMap(({ device, entries }) =>
    entries
      .filter(
        (entry) => entry.status === 'extra' && (entry.planKind === 'turn' || entry.planKind === 'complete'),
      )
      .filter((entry) => !isToldTwice(entry))
      .filter((entry) => isRecent(course, entry, happenedAt(entry)))
      .map((entry) => {
        const slot = { day: entry.day, slot: entry.slot };
        return {
          level: 'look-today' as const,
          deviceId: device.id,
          onset: slot,
          evidence: {
            rule: 'extra-turn' as const,
            slot,
            plannedCenti: entry.plannedCenti,
            reportedCenti: entry.reportedCenti ?? 0,
            reports: entry.reports.length,
          },
        };
      }),
  );
