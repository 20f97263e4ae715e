import 'server-only';
import { insertAccountEvent } from '#lib/data/account-events.ts';
import { replacePasswordHash, voidLinksOf } from '#lib/data/passwords.ts';
import { type KnownPerson, revokeSessionsOf } from '#lib/data/people.ts';
import { inTransaction } from '#lib/data/transaction.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';

/**
 * Changes the password of the actor himself, who has just shown that he knows the present one, and ends every
 * session he has, this one included. Refused when that one is no longer the present one.
 */
export async function changePassword({
  known,
  input: { passwordHash },
  now,
}: {
  known: KnownPerson;
  input: { passwordHash: string };
  now: Instant;
}): Promise<Result<null, { kind: 'overtaken' }>> {
  const { personId } = known;
  return inTransaction(async (tx) => {
    const { rowCount } = await tx.query(replacePasswordHash(known, passwordHash, now));
    if (rowCount !== 1) return refused({ kind: 'overtaken' });
    await tx.commit([
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
