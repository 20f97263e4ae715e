import { happenedAt, isRecent } from '#lib/domain/deviation/event-time.ts';
import type { NotAssessable, SlotRef } from '#lib/domain/deviation/flag.ts';
import { type Rule, turningDevices } from '#lib/domain/deviation/rule.ts';
import type { CaregiverFact } from '#lib/domain/patient/caregiver.ts';
import type { Course } from '#lib/domain/timeline/course.ts';

export type UntrainedTurnerEvidence = {
  rule: 'untrained-turner';
  /** As the report names them. */
  name: string;
  /** The latest slot in which they turned. */
  slot: SlotRef;
  /** On record, but taught by nobody; or not on record at all. */
  why: 'not-taught' | 'not-on-record';
};

/**
 * Somebody turned of whom no training is on record: relatives turn only after instruction (clinical.md §4). Fires at a
 * turn of the last `tolerances.eventDays` × 24 h by a name, or a relation, that no taught caregiver has; recording the
 * training settles it. Not assessable while no caregiver of the patient is on record.
 */
export const untrainedTurner: Rule<UntrainedTurnerEvidence | NotAssessable> = (course) => {
  const turned = turnersOf(course);
  if (turned.size === 0) return [];
  const { caregivers } = course.facts;
  if (caregivers.length === 0) {
    const evidence = { rule: 'not-assessable', about: 'untrained-turner', reason: 'no-caregiver' } as const;
    return [{ level: 'information', deviceId: null, onset: null, evidence }];
  }
  return [...turned].flatMap(([turner, { name, slot }]) => {
    const known = caregivers.filter((caregiver) => isCalled(caregiver, turner));
    if (known.some(({ taughtAt }) => taughtAt !== null && course.reached(taughtAt))) return [];
    return {
      level: 'look-today' as const,
      deviceId: null,
      onset: null,
      evidence: {
        rule: 'untrained-turner' as const,
        name,
        slot,
        why: known.length > 0 ? ('not-taught' as const) : ('not-on-record' as const),
      },
    };
  });
};

/** Who turned of late at home, each once under a folded name. Staff who turn in clinic are no caregivers. */
function turnersOf(course: Course): ReadonlyMap<string, { name: string; slot: SlotRef }> {
  const turned = new Map<string, { name: string; slot: SlotRef }>();
  for (const { entries } of turningDevices(course)) {
    for (const entry of entries) {
      if (!isRecent(course, happenedAt(entry))) continue;
      for (const { turnedBy, source, actuationsCenti } of entry.reports) {
        if (turnedBy === null || source === 'clinic' || actuationsCenti === 0) continue;
        turned.set(folded(turnedBy), { name: turnedBy, slot: { day: entry.day, slot: entry.slot } });
      }
    }
  }
  return turned;
}

/** By the whole name, by the given name, or by what they are to the child. */
function isCalled({ name, relation }: CaregiverFact, turner: string): boolean {
  const whole = folded(name);
  return turner === whole || turner === whole.split(' ')[0] || turner === folded(relation);
}

function folded(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').trim().replace(/\s+/g, ' ').toLowerCase();
}
