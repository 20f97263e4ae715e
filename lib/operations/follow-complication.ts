import 'server-only';
import { writeKey } from '#lib/data/audit.ts';
import { insertComplicationSteps } from '#lib/data/complications.ts';
import type { Actor, AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import { dayOf } from '#lib/domain/case-day.ts';
import type { Complication, ComplicationStep } from '#lib/domain/complication/complication.ts';
import { complicationStatus } from '#lib/domain/complication/status.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Day, Instant } from '#lib/domain/units.ts';
import type { ComplicationStepInput } from '#lib/schemas/complication.ts';
import { type CorrectionReason, withFact } from './correct-fact.ts';
import { type CaseReason, inCase } from './in-case.ts';

export type FollowComplicationReason =
  | CaseReason
  | CorrectionReason
  | { kind: 'complication-unknown' }
  | { kind: 'day-in-the-future'; field: 'onDay'; today: Day }
  | { kind: 'before-onset'; field: 'onDay'; onsetDay: Day }
  /** Somebody else resolved or reopened it in between. */
  | { kind: 'already-so'; field: 'kind'; status: 'open' | 'resolved' };

/** Records what became of a complication: a new grading, what was done, its end or that it is back; or withdraws one. */
export function followComplication(request: {
  actor: Actor;
  caseId: AuthorizedCaseId;
  input: ComplicationStepInput;
  now: Instant;
}): Promise<Result<{ id: string }, FollowComplicationReason>> {
  const { actor, caseId, input, now } = request;
  const { id, complicationId, kind, onDay, correctsId, retracted } = input;
  return inCase<{ id: string }, FollowComplicationReason>(
    { actor, caseId, now, action: 'complication.record', write: writeKey(id, { caseId, input }) },
    ({ header, facts }) => {
      const complication = facts.complications.find((one) => one.id === complicationId);
      if (!complication) return refused({ kind: 'complication-unknown' });
      const refusal = refusalOf(complication, input, dayOf(facts.zone, now));
      if (refusal) return refused(refusal);
      const step = toStep(complication, input, now);
      const steps = withFact(complication.steps, step, input);
      if (!steps.ok) return steps;
      const recording = { caseId, recordedBy: actor.personId, correctsId, retracted };
      const complications = facts.complications.map((one) =>
        one === complication ? { ...complication, steps: steps.value } : one,
      );
      return ok({
        value: { id },
        change: {
          statements: [insertComplicationSteps(recording, complicationId, [step])],
          after: { header, facts: { ...facts, complications } },
          event: 'complication.followed',
          detail: { id, complicationId, kind, onDay, correctsId, retracted },
        },
      });
    },
  );
}

function refusalOf(
  complication: Complication,
  { kind, onDay, correctsId }: ComplicationStepInput,
  today: Day,
): FollowComplicationReason | null {
  if (onDay > today) return { kind: 'day-in-the-future', field: 'onDay', today };
  const { onsetDay } = complication;
  if (onDay < onsetDay) return { kind: 'before-onset', field: 'onDay', onsetDay };
  const status = complicationStatus(complication).kind;
  const isAlready =
    (kind === 'resolved' && status === 'resolved') || (kind === 'reopened' && status === 'open');
  return isAlready && correctsId === null ? { kind: 'already-so', field: 'kind', status } : null;
}

/** A withdrawal repeats what it withdraws. */
function toStep(
  { steps }: Complication,
  { id, kind, onDay, note, clavienDindo, severity, correctsId, retracted }: ComplicationStepInput,
  recordedAt: Instant,
): ComplicationStep {
  const said = { id, onDay, note, recordedAt };
  const withdrawn = retracted ? steps.find((one) => one.id === correctsId && one.kind === kind) : undefined;
  if (withdrawn) return { ...withdrawn, ...said };
  return kind === 'graded' ? { ...said, kind, clavienDindo, severity } : { ...said, kind };
}
