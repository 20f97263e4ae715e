import 'server-only';
import { insertAccountEvent } from '#lib/data/account-events.ts';
import { deleteSecondFactor } from '#lib/data/second-factor.ts';
import { inTransaction } from '#lib/data/transaction.ts';
import { ok, type Result } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';

/**
 * Turns off the second factor of the actor himself, who has just given his password and a code. Off already: no
 * change.
 */
export async function turnOffSecondFactor({
  personId,
  now,
}: {
  personId: string;
  now: Instant;
}): Promise<Result<null, never>> {
  return inTransaction(async (tx) => {
    const { rowCount } = await tx.query(deleteSecondFactor(personId));
    const event = insertAccountEvent({
      event: 'second-factor.off',
      at: now,
      clinicId: null,
      actorId: personId,
      detail: { personId },
    });
    await tx.commit(rowCount === 1 ? [event] : []);
    return ok(null);
  });
}
