import 'server-only';
import type { CaseHeader } from '#lib/data/case-facts.ts';
import { insertCourseEvent } from '#lib/data/courses.ts';
import { newId } from '#lib/data/new-id.ts';
import { insertVersion } from '#lib/data/protocols.ts';
import type { Statement } from '#lib/data/statement.ts';
import type { Actor } from '#lib/domain/access/actor.ts';
import { can } from '#lib/domain/access/can.ts';
import { dayOf } from '#lib/domain/case-day.ts';
import { amendedVersion, type TurnDecisionProblem } from '#lib/domain/complication/amended-version.ts';
import type { Complication, ComplicationStep } from '#lib/domain/complication/complication.ts';
import type { CaseFacts, CourseEvent } from '#lib/domain/facts.ts';
import { bandFor } from '#lib/domain/protocol/clinic-defaults.ts';
import { latestNumber } from '#lib/domain/protocol/proposal.ts';
import { type ProtocolProblem, protocolProblems } from '#lib/domain/protocol/validate.ts';
import type { ProtocolVersion } from '#lib/domain/protocol/version.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { TurnDecisionInput } from '#lib/schemas/complication.ts';

export type DecideTurnsReason =
  | TurnDecisionProblem
  /** The version that it would make cannot be followed. */
  | { kind: 'impossible'; field: 'course'; problems: readonly ProtocolProblem[] }
  /** Outside the clinic's band or otherwise unusual: a surgeon decides it. */
  | { kind: 'needs-surgeon'; field: 'course' }
  /** It was decided that the hardware comes out early, or it is out already. */
  | { kind: 'over-already'; field: 'course' };

/** What a decision adds to a write: its statements, the facts after it, and the step of the complication. */
export type DecidedTurns = { statements: readonly Statement[]; facts: CaseFacts; step: ComplicationStep };

type Deciding = { actor: Actor; header: CaseHeader; facts: CaseFacts; now: Instant };

/**
 * What a complication means for the turns: a protocol amendment (hold, slower, back), the decision that the hardware
 * comes out early, or that all goes on. It is written in the transaction of the complication.
 */
export function decideTurns(
  deciding: Deciding,
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
      return ok({ statements: [], facts, step: { ...said, version: null } });
    case 'early-removal': {
      const stopped = stopEarly(deciding, input.courseReason ?? '');
      return stopped.ok ? ok({ ...stopped.value, step: { ...said, version: null } }) : stopped;
    }
    default: {
      const { course, turnDevices, perSession, courseReason } = input;
      const decision = { course, deviceIds: turnDevices, perSession };
      const next = amendedVersion(facts, decision, complication, courseReason ?? '', now);
      if (!next.ok) return next;
      const version: ProtocolVersion = {
        ...next.value,
        version: latestNumber(facts) + 1,
        authorId: deciding.actor.personId,
        unusual: [],
        cosignBy: null,
        cosignerId: null,
        cosignedAt: null,
        toldAt: null,
        toldById: null,
        recordedAt: now,
      };
      const refusal = refusalOf(deciding, version);
      if (refusal) return refused(refusal);
      return ok({
        statements: insertVersion(facts.caseId, newId(), version),
        facts: { ...facts, versions: [...facts.versions, version] },
        step: { ...said, version: version.version },
      });
    }
  }
}

function refusalOf({ actor, header, facts }: Deciding, version: ProtocolVersion): DecideTurnsReason | null {
  const { clinicId, clinicDefaults } = header;
  const problems = protocolProblems(facts, version, bandFor(clinicDefaults, facts.site));
  const impossible = problems.filter(({ severity }) => severity === 'impossible');
  if (impossible.length > 0) return { kind: 'impossible', field: 'course', problems: impossible };
  // A reversal is a surgeon's, however slow.
  const withinBand = problems.length === 0 && version.kind !== 'reverse';
  return can(actor, 'protocol.publish', { clinicId, withinBand })
    ? null
    : { kind: 'needs-surgeon', field: 'course' };
}

function stopEarly(
  { actor, facts, now }: Deciding,
  reason: string,
): Result<Omit<DecidedTurns, 'step'>, DecideTurnsReason> {
  const isOver =
    facts.events.some(({ kind }) => kind === 'stopped-early') ||
    facts.operations.every(({ kind }) => kind !== 'index') ||
    facts.operations.some(({ kind }) => kind === 'removal');
  if (isOver) return refused({ kind: 'over-already', field: 'course' });
  const event: CourseEvent = { id: newId(), kind: 'stopped-early', at: now, reason, recordedAt: now };
  const recording = { caseId: facts.caseId, recordedBy: actor.personId, correctsId: null, retracted: false };
  return ok({
    statements: [insertCourseEvent(recording, event)],
    facts: { ...facts, events: [...facts.events, event] },
  });
}
