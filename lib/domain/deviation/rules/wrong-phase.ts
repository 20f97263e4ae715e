import { happenedAt, isRecent } from '#lib/domain/deviation/event-time.ts';
import { type Finding, type NotAssessable, nameOfSlot, type SlotRef } from '#lib/domain/deviation/flag.ts';
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

/**
 * A turn where none was asked for: in latency, in a hold (act now), in consolidation, in a slot that no version plans.
 * Not assessable where nobody is sure whether there was one.
 */
export const wrongPhase: Rule<WrongPhaseEvidence | NotAssessable> = (course) => {
  if (course.inForce === null) return [];
  return course.devices
    .filter((device) => isInPlace(course, device))
    .flatMap(({ device, entries }) => {
      const unasked = entries.filter(
        (entry) =>
          (entry.planKind === 'hold' || entry.planKind === 'none') &&
          (entry.status === 'not-sure' || (entry.reportedCenti ?? 0) !== 0) &&
          isRecent(course, entry, happenedAt(entry)),
      );
      const unsure = unasked.filter((entry) => (entry.reportedCenti ?? 0) === 0);
      const turned = unasked
        .filter((entry) => (entry.reportedCenti ?? 0) !== 0)
        .map((entry) => {
          const slot = { day: entry.day, slot: entry.slot };
          const during = whatItFellInto(course, entry);
          return {
            level: during === 'hold' ? ('act-now' as const) : ('look-today' as const),
            deviceId: device.id,
            onset: slot,
            evidence: { rule: 'wrong-phase' as const, slot, during, reportedCenti: entry.reportedCenti ?? 0 },
          };
        });
      return [...turned, ...(unsure.length > 0 ? [notAssessable(device.id, unsure)] : [])];
    });
};

/** One for all slots of a device: a further one opens again what was decided about those before. */
function notAssessable(deviceId: string, unsure: readonly SlotEntry[]): Finding<NotAssessable> {
  const evidence = { rule: 'not-assessable', about: 'wrong-phase', reason: 'amount-not-sure' } as const;
  const counted = unsure.map(nameOfSlot);
  return { level: 'look-today', extent: counted.length, counted, deviceId, onset: null, evidence };
}

function whatItFellInto({ facts, phase }: Course, entry: SlotEntry): WrongPhaseEvidence['during'] {
  if (entry.planKind === 'hold') return 'hold';
  const first = firstVersion(facts.versions);
  const isBefore =
    first && (entry.day < first.fromDay || (entry.day === first.fromDay && entry.slot < first.fromSlot));
  if (isBefore) return 'before-first-slot';
  const endedAt = phase.activationEndedAt ?? phase.consolidationStartedAt;
  return endedAt !== null && happenedAt(entry) >= endedAt ? 'consolidation' : 'unplanned-slot';
}
