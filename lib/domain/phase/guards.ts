import { type CaseFacts, COURSE_EVENT_KINDS, type CourseEvent } from '#lib/domain/facts.ts';
import type { AmendmentKind } from '#lib/domain/protocol/amendment.ts';
import { courseSteps, type Phase, type TakenStep } from './phase.ts';
import { type PhaseKind, TRANSITIONS } from './transitions.ts';

/** A decision that the course does not allow: where the case stands by then, and which decision could not follow. */
export type CourseRefusal = {
  kind: 'not-in-phase';
  field: 'kind';
  phase: PhaseKind;
  event: CourseEvent['kind'];
};

/** The decisions that can be taken in a phase: what the form offers. */
export function possibleDecisions(phase: Phase): readonly CourseEvent['kind'][] {
  const steps = TRANSITIONS[phase.kind];
  return COURSE_EVENT_KINDS.filter((kind) => {
    if (kind !== 'activation-resumed') return steps[kind] !== null;
    return steps[phase.firstTurnAt === null ? 'resumed-before-first-turn' : 'resumed'] !== null;
  });
}

/**
 * Why a decision cannot be recorded, or null where it can: neither it nor one after it may stand where the table of
 * transitions has no way on. What stood there before, from a time without this guard, does not count.
 */
export function refuseDecision(before: CaseFacts, after: CaseFacts): CourseRefusal | null {
  const known = new Set(stepsWithoutWay(before).map(({ event }) => event?.id));
  const wrong = stepsWithoutWay(after).find(({ event }) => event !== null && !known.has(event.id));
  return wrong?.event
    ? { kind: 'not-in-phase', field: 'kind', phase: wrong.phase, event: wrong.event.kind }
    : null;
}

function stepsWithoutWay(facts: CaseFacts): readonly (TakenStep & { phase: PhaseKind })[] {
  const wrong: (TakenStep & { phase: PhaseKind })[] = [];
  let phase: PhaseKind = 'planning';
  for (const taken of courseSteps(facts, () => true)) {
    const next: PhaseKind | null = TRANSITIONS[phase][taken.step];
    if (next === null) wrong.push({ ...taken, phase });
    else phase = next;
  }
  return wrong;
}

/** Which amendments of the protocol a phase allows. Once activation is over, turning is resumed first, by a decision. */
const AMENDABLE: Record<PhaseKind, Record<AmendmentKind, boolean>> = {
  planning: { first: false, change: false, hold: false, resume: false, reverse: false, exchange: false },
  latency: { first: true, change: true, hold: true, resume: true, reverse: false, exchange: true },
  activation: { first: true, change: true, hold: true, resume: true, reverse: true, exchange: true },
  consolidation: { first: true, change: true, hold: false, resume: false, reverse: false, exchange: true },
  'follow-up': { first: false, change: false, hold: false, resume: false, reverse: false, exchange: false },
};

/** Whether a protocol can be amended so in a phase: asked by the screen, and again where it is written. */
export function isAmendable(phase: PhaseKind, kind: AmendmentKind): boolean {
  return AMENDABLE[phase][kind];
}
