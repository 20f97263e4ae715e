import 'server-only';
import { insertPhotographRetraction, listPhotographs } from '#lib/data/photographs.ts';
import type { Actor, AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { RetractPhotographInput } from '#lib/schemas/photograph.ts';
import { type CaseReason, inCase } from './in-case.ts';

export type RetractPhotographReason = CaseReason | { kind: 'photograph-unknown'; field: 'photographId' };

/**
 * Withdraws a photograph: it stays on record and is shown to nobody. A picture of the wrong child must go from a
 * closed case too. Withdrawing it again changes nothing.
 */
export function retractPhotograph(request: {
  actor: Actor;
  caseId: AuthorizedCaseId;
  input: RetractPhotographInput;
  now: Instant;
}): Promise<Result<{ id: string }, RetractPhotographReason>> {
  const { actor, caseId, input, now } = request;
  const { photographId, reason } = input;
  return inCase<{ id: string }, RetractPhotographReason>(
    { actor, caseId, now, action: 'photograph.record', write: null, evenClosed: true },
    async ({ db, header, facts }) => {
      const photograph = (await listPhotographs(caseId, db)).find(({ id }) => id === photographId);
      if (!photograph) return refused({ kind: 'photograph-unknown', field: 'photographId' });
      const value = { id: photographId };
      if (photograph.retraction) return ok({ value, change: null });
      const of = { photographId, caseId, recordedBy: actor.personId };
      return ok({
        value,
        change: {
          statements: [insertPhotographRetraction(of, reason, now)],
          after: { header, facts },
          event: 'photograph.retracted',
          detail: { id: photographId },
        },
      });
    },
  );
}
