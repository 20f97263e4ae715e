import 'server-only';
import { writeKey } from '#lib/data/audit.ts';
import { insertCheck } from '#lib/data/checks.ts';
import type { Actor, AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import type { CheckFact } from '#lib/domain/removal/removal-facts.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { RecordCheckInput } from '#lib/schemas/booking.ts';
import { type CaseReason, inCase } from './in-case.ts';

export type CheckReason = CaseReason | { kind: 'check-unknown'; field: 'key' };

/** Records what was found of a pre-operative check of the clinic's template; the latest record of a check holds. */
export function recordCheck(request: {
  actor: Actor;
  caseId: AuthorizedCaseId;
  input: RecordCheckInput;
  now: Instant;
}): Promise<Result<{ id: string }, CheckReason>> {
  const { actor, caseId, input, now } = request;
  const write = writeKey(input.id, { caseId, input });
  return inCase<{ id: string }, CheckReason>(
    { actor, caseId, now, action: 'check.record', write },
    ({ header, facts }) => {
      const { removal } = facts;
      if (!removal.template.some(({ key }) => key === input.key))
        return refused({ kind: 'check-unknown', field: 'key' });
      const check: CheckFact = { ...input, recordedBy: actor.personId, recordedAt: now };
      return ok({
        value: { id: input.id },
        change: {
          statements: [insertCheck(caseId, check)],
          after: { header, facts: { ...facts, removal: { ...removal, checks: [...removal.checks, check] } } },
          event: 'check.recorded',
          detail: { ...input },
        },
      });
    },
  );
}
