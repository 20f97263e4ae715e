import type { Evidence } from '#lib/domain/deviation/flag.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { FIRST_DEFAULTS } from '#lib/domain/protocol/clinic-defaults.ts';
import type { Instant } from '#lib/domain/units.ts';
import { caseOf, daysDone, reportOf, versionOf } from '#tests/factories/case-facts.ts';

const NAMES: Record<Evidence['rule'], true> = {
  'missed-slots': true,
  silence: true,
  'behind-plan': true,
  'ahead-of-plan': true,
  'extra-turn': true,
  'short-interval': true,
  'wrong-way': true,
  'could-not-engage': true,
  asymmetry: true,
  'wrong-phase': true,
  'end-of-travel': true,
  'measured-against-reported': true,
  'under-recall': true,
  'open-complication': true,
  'removal-unbooked': true,
  'removal-overdue': true,
  'booking-drifted': true,
  'booking-passed': true,
  stiffness: true,
  'sudden-ease': true,
  'warning-sign': true,
  'contact-overdue': true,
  'family-not-told': true,
  'untrained-turner': true,
  'possible-duplicate': true,
  'clock-not-believable': true,
  'stop-rule-reached': true,
  'co-signature': true,
  'not-assessable': true,
};

/** Every rule there is, and that something could not be judged: the compiler asks for a new one here. */
export const RULE_NAMES = Object.keys(NAMES) as readonly Evidence['rule'][];

/** A rule at its threshold: the facts that raise it, when, and what cures it. */
export type Row = {
  rule: Evidence['rule'];
  about: string;
  facts: CaseFacts;
  /** The instant at which it first stands: a millisecond before, it does not. */
  fires: Instant;
  level: 'act-now' | 'look-today' | 'information';
  /** Facts that cure it, and from when it is gone. */
  cure: { facts: CaseFacts; gone: Instant };
};

export const quiet = {
  ...FIRST_DEFAULTS.tolerances,
  missedSlots: 99,
  silenceMin: 99_999,
  behindUm: 99_000,
  aheadUm: 99_000,
  asymmetryUm: 99_000,
};
export const only = (tolerances: Partial<typeof quiet>) =>
  versionOf({ tolerances: { ...quiet, ...tolerances } });
export const skipped = (day: number, slot: number) =>
  reportOf(day, slot, { outcome: 'skipped', actuationsCenti: 0 });

export function row(
  rule: Row['rule'],
  about: string,
  level: Row['level'],
  given: Partial<CaseFacts>,
  fires: Instant,
  cured: Partial<CaseFacts>,
  gone: Instant,
): Row {
  return {
    rule,
    about,
    level,
    facts: caseOf(given),
    fires,
    cure: { facts: caseOf({ ...given, ...cured }), gone },
  };
}

export const none = { versions: [only({})] };
export const three = daysDone(1, 3);
