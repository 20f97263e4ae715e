import 'server-only';
import { startSecondFactor as start } from '#lib/data/second-factor.ts';
import { inTransaction } from '#lib/data/transaction.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';

/** Keeps a secret for the actor's own second factor, in place of one he did not confirm; signing in stays as it is. */
export async function startSecondFactor({
  personId,
  input: { sealedSecret },
  now,
}: {
  personId: string;
  input: { sealedSecret: string };
  now: Instant;
}): Promise<Result<null, { kind: 'already-on' }>> {
  return inTransaction(async (tx) => {
    const { rowCount } = await tx.query(start(personId, sealedSecret, now));
    if (rowCount !== 1) return refused({ kind: 'already-on' });
    await tx.commit([]);
    return ok(null);
  });
}
