import type { Merge } from './merge-versions.ts';
import type { Prescribed, Tolerances } from './version.ts';

type Rules = Pick<
  Prescribed,
  'latencyDays' | 'minIntervalMin' | 'tolerances' | 'missedTurnRule' | 'contactDays' | 'consolidation'
>;

/** Of these more is stricter: notice is given, and an event stays in sight, for longer. */
const LONGER: ReadonlySet<keyof Tolerances> = new Set(['travelNoticeDays', 'eventDays']);

/** The rules of two versions in one: each as the one that changes it says, and the stricter where both do. */
export function stricterRules(merge: Merge): Rules {
  const tolerance = <Key extends keyof Tolerances>(key: Key): Tolerances[Key] =>
    merge<Tolerances[Key]>(
      ({ tolerances }) => tolerances[key],
      (amended, signed) => (amended > signed === LONGER.has(key) ? amended : signed),
    );
  // Of words and of what has no stricter side, what was decided last.
  const last = <T>(amended: T): T => amended;
  return {
    latencyDays: merge(({ latencyDays }) => latencyDays, last),
    minIntervalMin: merge(({ minIntervalMin }) => minIntervalMin, Math.max),
    tolerances: {
      graceMin: tolerance('graceMin'),
      missedSlots: tolerance('missedSlots'),
      silenceMin: tolerance('silenceMin'),
      behindUm: tolerance('behindUm'),
      aheadUm: tolerance('aheadUm'),
      asymmetryUm: tolerance('asymmetryUm'),
      measuredUm: tolerance('measuredUm'),
      measuredPermille: tolerance('measuredPermille'),
      travelNoticeDays: tolerance('travelNoticeDays'),
      eventDays: tolerance('eventDays'),
    },
    missedTurnRule: {
      en: merge(({ missedTurnRule }) => missedTurnRule.en, last),
      es: merge(({ missedTurnRule }) => missedTurnRule.es, last),
    },
    contactDays: merge(({ contactDays }) => contactDays, Math.min),
    consolidation: merge(({ consolidation }) => consolidation, last),
  };
}
