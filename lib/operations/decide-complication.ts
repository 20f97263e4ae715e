import 'server-only';
import { writeKey } from '#lib/data/audit.ts';
import { insertComplicationSteps } from '#lib/data/complications.ts';
import type { Actor, AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { DecideComplicationInput } from '#lib/schemas/complication.ts';
import { type DecideTurnsReason, decideTurns } from './decide-turns.ts';
import { type CaseReason, inCase } from './in-case.ts';

export type DecideComplicationReason = CaseReason | DecideTurnsReason | { kind: 'complication-unknown' };

/** `proposed`: the version that the decision writes, where it waits for a signature and is not in force. */
export type DecidedComplication = { id: string; proposed: number | null };

/** Decides about the turns because of a complication on record, with the protocol amendment that carries it. */
export function decideComplication(request: {
  actor: Actor;
  caseId: AuthorizedCaseId;
  input: DecideComplicationInput;
  now: Instant;
}): Promise<Result<DecidedComplication, DecideComplicationReason>> {
  const { actor, caseId, input, now } = request;
  const { id, complicationId } = input;
  return inCase<DecidedComplication, DecideComplicationReason>(
    { actor, caseId, now, action: 'complication.record', write: writeKey(id, { caseId, input }) },
    ({ header, facts }) => {
      const complication = facts.complications.find((one) => one.id === complicationId);
      if (!complication) return refused({ kind: 'complication-unknown' });
      const decided = decideTurns({ actor, header, facts, now }, complication, input);
      if (!decided.ok) return decided;
      const step = { ...decided.value.step, id };
      const after = { ...complication, steps: [...complication.steps, step] };
      const complications = facts.complications.map((one) => (one === complication ? after : one));
      const recording = { caseId, recordedBy: actor.personId, correctsId: null, retracted: false };
      return ok({
        value: { id, proposed: decided.value.proposed },
        change: {
          statements: [
            ...decided.value.statements,
            insertComplicationSteps(recording, complicationId, [step]),
          ],
          after: { header, facts: { ...decided.value.facts, complications } },
          event: 'complication.followed',
          detail: { id, complicationId, kind: 'decided', course: input.course },
        },
      });
    },
  );
}
