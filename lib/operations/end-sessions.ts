import 'server-only';
import { insertAccountEvent } from '#lib/data/account-events.ts';
import { revokeSessionsOf } from '#lib/data/people.ts';
import { inTransaction } from '#lib/data/transaction.ts';
import { ok, type Result } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';

/** Signs a person out everywhere, this browser included. */
export async function endSessions({
  personId,
  now,
}: {
  personId: string;
  now: Instant;
}): Promise<Result<null, never>> {
  return inTransaction(async (tx) => {
    await tx.commit([
      revokeSessionsOf(personId, now),
      insertAccountEvent({
        event: 'sessions.ended',
        at: now,
        clinicId: null,
        actorId: personId,
        detail: { personId },
      }),
    ]);
    return ok(null);
  });
}
