import 'server-only';
import { insertAccountEvent } from '#lib/data/account-events.ts';
import { confirmSecondFactor as confirm, insertRecoveryCodes } from '#lib/data/second-factor.ts';
import { inTransaction } from '#lib/data/transaction.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';

/**
 * Turns on the actor's own second factor after its first code, which counts as used, with its recovery codes.
 * Refused when it is on already or was set up anew meanwhile.
 */
export async function confirmSecondFactor({
  personId,
  input: { sealedSecret, step, codeHashes },
  now,
}: {
  personId: string;
  input: { sealedSecret: string; step: number; codeHashes: readonly string[] };
  now: Instant;
}): Promise<Result<null, { kind: 'overtaken' }>> {
  return inTransaction(async (tx) => {
    const { rowCount } = await tx.query(confirm(personId, { sealedSecret, step }, now));
    if (rowCount !== 1) return refused({ kind: 'overtaken' });
    await tx.commit([
      insertRecoveryCodes(personId, codeHashes),
      insertAccountEvent({
        event: 'second-factor.on',
        at: now,
        clinicId: null,
        actorId: personId,
        detail: { personId },
      }),
    ]);
    return ok(null);
  });
}
