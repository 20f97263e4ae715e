import type { CaseFacts, CourseEvent } from '#lib/domain/facts.ts';
import { refuseDecision } from '#lib/domain/phase/guards.ts';

/**
 * The case once it is decided that the hardware comes out early. Null where that is decided already, or where the
 * phase has no way there: nothing was placed, or it is out.
 */
export function withEarlyRemoval(facts: CaseFacts, decided: CourseEvent): CaseFacts | null {
  if (facts.events.some(({ kind }) => kind === 'early-removal-decided')) return null;
  const after = { ...facts, events: [...facts.events, decided] };
  return refuseDecision(facts, after) ? null : after;
}
