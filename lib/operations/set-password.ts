import 'server-only';
import { insertAccountEvent } from '#lib/data/account-events.ts';
import { setPasswordHash, takeLink, voidLinksOf } from '#lib/data/passwords.ts';
import { revokeSessionsOf } from '#lib/data/people.ts';
import { inTransaction } from '#lib/data/transaction.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';

/**
 * Sets the password of the person whose link this is, and ends every session he had. The link works once: who
 * holds it is the authority, so there is no actor.
 */
export async function setPassword({
  input: { linkTokenHash, passwordHash },
  now,
}: {
  input: { linkTokenHash: string; passwordHash: string };
  now: Instant;
}): Promise<Result<{ personId: string }, { kind: 'link-useless' }>> {
  return inTransaction(async (tx) => {
    const personId = await takeLink(linkTokenHash, now, tx);
    if (!personId) return refused({ kind: 'link-useless' });
    await tx.commit([
      setPasswordHash(personId, passwordHash, now),
      revokeSessionsOf(personId, now),
      voidLinksOf(personId, now),
      insertAccountEvent({
        event: 'password.set',
        at: now,
        clinicId: null,
        actorId: personId,
        detail: { personId },
      }),
    ]);
    return ok({ personId });
  });
}
