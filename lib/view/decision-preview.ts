import type { CaseFacts, CourseEvent } from '#lib/domain/facts.ts';
import { refuseDecision } from '#lib/domain/phase/guards.ts';
import { type CaseComparison, compareCases, type JudgedCase } from './case-comparison.ts';
import { decisionRefusalWords } from './course-refusal-words.ts';

/** A decision about the course before it is saved: refused with the reason, or what it changes. */
export type DecisionPreview =
  | { kind: 'impossible'; reasons: readonly string[] }
  | { kind: 'possible'; comparison: CaseComparison };

/** Judges a decision as recording would, and compares the case with and without it. `correctsId`: the one it replaces. */
export function previewDecision(
  decision: Pick<CourseEvent, 'kind' | 'at'> & { correctsId: string | null; retracted: boolean },
  facts: CaseFacts,
  was: JudgedCase,
): DecisionPreview {
  const { correctsId, retracted, ...said } = decision;
  const others = facts.events.filter(({ id }) => id !== correctsId);
  const unsaid = { reasonCode: 'other' as const, reason: '', byId: '', toldAt: null, toldById: null };
  const event: CourseEvent = { ...said, ...unsaid, id: '', recordedAt: was.now };
  const after = { ...facts, events: retracted ? others : [...others, event] };
  const refusal = refuseDecision(facts, after);
  if (refusal) return { kind: 'impossible', reasons: [decisionRefusalWords(refusal)] };
  return { kind: 'possible', comparison: compareCases(was, after) };
}
