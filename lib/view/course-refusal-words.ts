import type { CourseRefusal } from '#lib/domain/phase/guards.ts';
import { PHASE_WORDS } from './case-words.ts';
import { COURSE_WORDS } from './intake-words.ts';

/** Why a decision about the course cannot stand where it was put. */
export function decisionRefusalWords({ event, phase }: CourseRefusal): string {
  return `\u201c${COURSE_WORDS[event]}\u201d cannot follow in this phase: at that time the case is in ${PHASE_WORDS[phase].toLowerCase()}. Check the time, or correct the decision before it.`;
}
