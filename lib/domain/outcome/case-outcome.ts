import { dayOf } from '#lib/domain/case-day.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { type Phase, phaseAt } from '#lib/domain/phase/phase.ts';
import { buildCourse } from '#lib/domain/timeline/build-course.ts';
import type { Day, Instant } from '#lib/domain/units.ts';
import { type Adherence, adherenceOf } from './adherence.ts';
import { type Expansion, expansionOf } from './expansion.ts';
import { type LostDays, lostDaysOf } from './lost-days.ts';

/** What came of a case, for the figures of the unit. Days are those of the case's zone. */
export type CaseOutcome = {
  /** Null: the index operation has not been recorded. */
  operatedDay: Day | null;
  removedDay: Day | null;
  /** Null while activation goes on or has not begun: nothing is counted before it is over. */
  activation: (Expansion & Adherence & LostDays & { endedDay: Day }) | null;
};

/** After every day that the tables keep: by then whatever was recorded has taken effect. */
const AFTER_ALL: Instant = Date.UTC(2200, 0, 1);

/**
 * The outcome of a case from its facts alone. It depends on no clock, so that it changes only when something is
 * recorded: what is still open is not counted rather than counted as it stands today.
 */
export function outcomeOf(facts: CaseFacts): CaseOutcome {
  const phase = phaseAt(facts, () => true);
  const day = (at: Instant | null) => (at === null ? null : dayOf(facts.zone, at));
  const endedAt = activationEnd(phase);
  return {
    operatedDay: day(phase.operatedAt),
    removedDay: day(phase.removedAt),
    activation: phase.operatedAt === null || endedAt === null ? null : activationOutcome(facts, endedAt),
  };
}

/** When activation was over, by its end, else by the start of consolidation, else by removal. */
function activationEnd(phase: Phase): Instant | null {
  return phase.activationEndedAt ?? phase.consolidationStartedAt ?? phase.removedAt;
}

function activationOutcome(facts: CaseFacts, endedAt: Instant): CaseOutcome['activation'] {
  const course = buildCourse(facts, AFTER_ALL);
  const endedDay = dayOf(facts.zone, endedAt);
  return { endedDay, ...expansionOf(course), ...adherenceOf(course), ...lostDaysOf(course, endedDay) };
}
