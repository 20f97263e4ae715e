import 'server-only';
import { insertCourseEvent } from '#lib/data/courses.ts';
import { newId } from '#lib/data/new-id.ts';
import type { Statement } from '#lib/data/statement.ts';
import { dayOf } from '#lib/domain/case-day.ts';
import { reasonCodeOf } from '#lib/domain/complication/amended-version.ts';
import type { Complication, ComplicationStep } from '#lib/domain/complication/complication.ts';
import { withEarlyRemoval } from '#lib/domain/complication/early-removal.ts';
import type { CaseFacts, CourseEvent } from '#lib/domain/facts.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { TurnDecisionInput } from '#lib/schemas/complication.ts';
import { type Amending, type AmendTurnsReason, amendTurns } from './amend-turns.ts';

export type DecideTurnsReason =
  | AmendTurnsReason
  /** It was decided that the hardware comes out early, or it is out already. */
  | { kind: 'over-already'; field: 'course' };

/**
 * What a decision adds to a write: its statements, the facts after it, and the step of the complication. `proposed`: the
 * version that it writes, where that waits for a surgeon's signature.
 */
export type DecidedTurns = {
  statements: readonly Statement[];
  facts: CaseFacts;
  step: ComplicationStep;
  proposed: number | null;
};

/**
 * What a complication means for the turns: a protocol amendment (hold, slower, back), the decision that the hardware
 * comes out early, or that all goes on. It is written in the transaction of the complication; what is unusual waits for
 * a surgeon's signature as any version does.
 */
export function decideTurns(
  deciding: Amending,
  complication: Pick<Complication, 'kind' | 'failure'>,
  input: TurnDecisionInput,
): Result<DecidedTurns, DecideTurnsReason> {
  const { facts, now } = deciding;
  const said = {
    id: newId(),
    kind: 'decided',
    onDay: dayOf(facts.zone, now),
    course: input.course,
    note: input.courseReason,
    recordedAt: now,
  } as const;
  switch (input.course) {
    case 'continue':
      return ok({ statements: [], facts, step: { ...said, version: null }, proposed: null });
    case 'early-removal': {
      const stopped = stopEarly(deciding, complication, input.courseReason ?? '');
      if (!stopped.ok) return stopped;
      return ok({ ...stopped.value, step: { ...said, version: null }, proposed: null });
    }
    default: {
      const { course, turnDevices, perSession, courseReason } = input;
      const decision = { course, deviceIds: turnDevices, perSession };
      const why = { reasonCode: reasonCodeOf(complication), reason: courseReason ?? '' };
      const amended = amendTurns(deciding, decision, why, { toldAt: null, toldById: null });
      if (!amended.ok) return amended;
      const { statements, facts: after, version, proposed } = amended.value;
      return ok({ statements, facts: after, step: { ...said, version }, proposed });
    }
  }
}

function stopEarly(
  { actor, facts, now }: Amending,
  { kind, failure }: Pick<Complication, 'kind' | 'failure'>,
  reason: string,
): Result<Pick<DecidedTurns, 'statements' | 'facts'>, DecideTurnsReason> {
  const event: CourseEvent = {
    id: newId(),
    kind: 'early-removal-decided',
    at: now,
    reasonCode: reasonCodeOf({ kind, failure }),
    reason,
    byId: actor.personId,
    toldAt: null,
    toldById: null,
    recordedAt: now,
  };
  const after = withEarlyRemoval(facts, event);
  if (after === null) return refused({ kind: 'over-already', field: 'course' });
  const recording = { caseId: facts.caseId, recordedBy: actor.personId, correctsId: null, retracted: false };
  return ok({ statements: [insertCourseEvent(recording, event)], facts: after });
}
