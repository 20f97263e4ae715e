import { happenedAt, isRecent } from '#lib/domain/deviation/event-time.ts';
import type { SlotRef } from '#lib/domain/deviation/flag.ts';
import { isInPlace, type Rule } from '#lib/domain/deviation/rule.ts';
import { firstVersion } from '#lib/domain/protocol/version.ts';
import type { Course } from '#lib/domain/timeline/course.ts';
import type { SlotEntry } from '#lib/domain/timeline/slot-entry.ts';
import type { Centi } from '#lib/domain/units.ts';

export type WrongPhaseEvidence = {
  rule: 'wrong-phase';
  slot: SlotRef;
  /** What the turn fell into. */
  during: 'before-first-slot' | 'hold' | 'consolidation' | 'unplanned-slot';
  reportedCenti: Centi;
};

/** A turn where none was asked for: in latency, in a hold (act now), in consolidation, in a slot that no version plans. */
export const wrongPhase: Rule<WrongPhaseEvidence> = (course) => {
  if (course.inForce === null) return [];
  return course.devices
    .filter((device) => isInPlace(course, device))
    .flatMap(({ device, entries }) =>
      entries
        .filter(
          (entry) =>
            (entry.planKind === 'hold' || entry.planKind === 'none') && (entry.reportedCenti ?? 0) !== 0,
        )
        .filter((entry) => isRecent(course, entry, happenedAt(entry)))
        .map((entry) => {
          const slot = { day: entry.day, slot: entry.slot };
          const during = whatItFellInto(course, entry);
          return {
            level: during === 'hold' ? ('act-now' as const) : ('look-today' as const),
            deviceId: device.id,
            onset: slot,
            evidence: { rule: 'wrong-phase' as const, slot, during, reportedCenti: entry.reportedCenti ?? 0 },
          };
        }),
    );
};

function whatItFellInto({ facts, phase }: Course, entry: SlotEntry): WrongPhaseEvidence['during'] {
  if (entry.planKind === 'hold') return 'hold';
  const first = firstVersion(facts.versions);
  const isBefore =
    first && (entry.day < first.fromDay || (entry.day === first.fromDay && entry.slot < first.fromSlot));
  if (isBefore) return 'before-first-slot';
  const endedAt = phase.activationEndedAt ?? phase.consolidationStartedAt;
  return endedAt !== null && happenedAt(entry) >= endedAt ? 'consolidation' : 'unplanned-slot';
}
