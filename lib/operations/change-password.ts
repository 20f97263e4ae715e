import 'server-only';
import { insertAccountEvent } from '#lib/data/account-events.ts';
import { setPasswordHash, voidLinksOf } from '#lib/data/passwords.ts';
import { revokeSessionsOf } from '#lib/data/people.ts';
import { inTransaction } from '#lib/data/transaction.ts';
import { ok, type Result } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';

/**
 * Changes the password of the actor himself, who has just shown that he knows the present one, and ends every
 * session he has, this one included.
 */
export async function changePassword({
  personId,
  input: { passwordHash },
  now,
}: {
  personId: string;
  input: { passwordHash: string };
  now: Instant;
}): Promise<Result<null, never>> {
  return inTransaction(async (tx) => {
    await tx.commit([
      setPasswordHash(personId, passwordHash, now),
      revokeSessionsOf(personId, now),
      voidLinksOf(personId, now),
      insertAccountEvent({
        event: 'password.changed',
        at: now,
        clinicId: null,
        actorId: personId,
        detail: { personId },
      }),
    ]);
    return ok(null);
  });
}
