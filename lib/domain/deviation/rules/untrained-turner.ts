import { happenedAt, isRecent } from '#lib/domain/deviation/event-time.ts';
import type { NotAssessable, SlotRef } from '#lib/domain/deviation/flag.ts';
import { type Rule, turnedDevices } from '#lib/domain/deviation/rule.ts';
import { type CaregiverFact, taughtAt, wasTaughtBy } from '#lib/domain/patient/caregiver.ts';
import type { Course } from '#lib/domain/timeline/course.ts';
import type { Instant } from '#lib/domain/units.ts';

export type UntrainedTurnerEvidence = {
  rule: 'untrained-turner';
  /** As the report names them. */
  name: string;
  /** The latest slot in which they turned untrained. */
  slot: SlotRef;
  /** On record, and taught only later, or by nobody; or not on record at all. */
  why: 'taught-later' | 'not-taught' | 'not-on-record';
};

/**
 * Somebody turned who had not been taught: relatives turn only after instruction (clinical.md §4). Fires at a turn of
 * the last `tolerances.eventDays` × 24 h by a name, or a relation, that no caregiver has who was taught by then. A
 * training after the turn does not undo it; recording that there was one before it does. Not assessable while no
 * caregiver of the patient is on record.
 */
export const untrainedTurner: Rule<UntrainedTurnerEvidence | NotAssessable> = (course) => {
  const turns = turnsOf(course);
  if (turns.length === 0) return [];
  const { caregivers } = course.facts;
  if (caregivers.length === 0) {
    const evidence = { rule: 'not-assessable', about: 'untrained-turner', reason: 'no-caregiver' } as const;
    return [{ level: 'information', deviceId: null, onset: null, evidence }];
  }
  const names = new Set(turns.map(({ name }) => name));
  const knownAs = new Map(
    [...names].map((name) => [name, caregivers.filter((one) => isCalled(one, folded(name)))]),
  );
  const untrained = new Map<string, UntrainedTurnerEvidence>();
  for (const { name, slot, at } of turns) {
    const known = knownAs.get(name) ?? [];
    if (known.some((caregiver) => wasTaughtBy(caregiver, at))) continue;
    untrained.set(folded(name), { rule: 'untrained-turner', name, slot, why: whyUntrained(known) });
  }
  return [...untrained.values()].map((evidence) => ({
    level: 'look-today' as const,
    deviceId: null,
    onset: null,
    evidence,
  }));
};

function whyUntrained(known: readonly CaregiverFact[]): UntrainedTurnerEvidence['why'] {
  if (known.length === 0) return 'not-on-record';
  return known.some((caregiver) => taughtAt(caregiver) !== null) ? 'taught-later' : 'not-taught';
}

/** The turns of late at home, and by whom. Staff who turn in clinic are no caregivers. */
function turnsOf(course: Course): readonly { name: string; slot: SlotRef; at: Instant }[] {
  return turnedDevices(course).flatMap(({ entries }) =>
    entries
      .filter((entry) => isRecent(course, entry, happenedAt(entry)))
      .flatMap(({ day, slot, at, reports }) =>
        reports.flatMap(({ turnedBy, source, actuationsCenti, doneAt }) =>
          turnedBy === null || source === 'clinic' || actuationsCenti === 0
            ? []
            : { name: turnedBy, slot: { day, slot }, at: doneAt ?? at },
        ),
      ),
  );
}

/** By the whole name, by the given name, or by what they are to the child. */
function isCalled({ name, relation }: CaregiverFact, turner: string): boolean {
  const whole = folded(name);
  return turner === whole || turner === whole.split(' ')[0] || turner === folded(relation);
}

function folded(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').trim().replace(/\s+/g, ' ').toLowerCase();
}
