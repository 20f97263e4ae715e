import { amendedVersion } from '#lib/domain/complication/amended-version.ts';
import type { CourseOfAction } from '#lib/domain/complication/complication.ts';
import { withEarlyRemoval } from '#lib/domain/complication/early-removal.ts';
import { latestNumber } from '#lib/domain/protocol/proposal.ts';
import type { Centi } from '#lib/domain/units.ts';
import { compareCases, type JudgedCase } from './case-comparison.ts';
import type { DecisionPreview } from './decision-preview.ts';
import { type PreviewBase, type ProtocolPreview, previewVersion } from './protocol-preview.ts';
import { turnProblemWords } from './turn-problem-words.ts';

/** What is decided about the turns, as far as its form says. */
export type SaidOfTurns = {
  course: CourseOfAction;
  turnDevices: readonly string[];
  perSession: Centi | null;
};

/** A decision about the turns before it is saved: the version that it writes, the end of activation, or neither. */
export type TurnDecisionPreview =
  | { kind: 'unchanged' }
  | { kind: 'version'; name: string; preview: ProtocolPreview }
  | { kind: 'decision'; preview: DecisionPreview };

/** Makes of a decision what saving it would, by the same functions, and compares the case with and without that. */
export function previewTurns(
  { course, turnDevices, perSession }: SaidOfTurns,
  base: PreviewBase,
  was: JudgedCase,
): TurnDecisionPreview {
  const { facts, now } = base;
  switch (course) {
    case 'continue':
      return { kind: 'unchanged' };
    case 'early-removal': {
      const decided = { id: '', kind: 'early-removal-decided' as const, at: now, recordedAt: now };
      const unsaid = { reasonCode: 'other' as const, reason: '', byId: '', toldAt: null, toldById: null };
      const after = withEarlyRemoval(facts, { ...decided, ...unsaid });
      if (after === null) return impossible(turnProblemWords({ kind: 'over-already' }));
      return { kind: 'decision', preview: { kind: 'possible', comparison: compareCases(was, after) } };
    }
    default: {
      const decision = { course, deviceIds: turnDevices, perSession };
      const next = amendedVersion(facts, decision, { reasonCode: 'other', reason: '' }, now);
      if (!next.ok) return impossible(turnProblemWords(next.reason));
      return {
        kind: 'version',
        name: `With v${latestNumber(facts) + 1}`,
        preview: previewVersion(next.value, [], base, was),
      };
    }
  }
}

function impossible(reason: string): TurnDecisionPreview {
  return { kind: 'decision', preview: { kind: 'impossible', reasons: [reason] } };
}
