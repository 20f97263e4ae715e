import type { CaseFacts, CourseEvent } from '#lib/domain/facts.ts';
import { refuseDecision } from '#lib/domain/phase/guards.ts';
import { phaseAt } from '#lib/domain/phase/phase.ts';

/**
 * The case once it is decided that the hardware comes out early. Null where that stands decided already (a resumption
 * of activation ends it), or where the phase has no way there: nothing was placed, or it is out.
 */
export function withEarlyRemoval(facts: CaseFacts, decided: CourseEvent): CaseFacts | null {
  if (phaseAt(facts, (at) => at <= decided.at).earlyRemovalDecidedAt !== null) return null;
  const after = { ...facts, events: [...facts.events, decided] };
  return refuseDecision(facts, after) ? null : after;
}
