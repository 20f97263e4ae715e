import 'server-only';
import { findSecondFactor, spendRecoveryCode, takeStep } from '#lib/data/second-factor.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import { log } from '#lib/log.ts';
import { hashOfRecoveryCode } from './recovery-codes.ts';
import { openSecret } from './sealed-secret.ts';
import { countSignInTry, forgiveSignInTry } from './sign-in-limits.ts';
import { stepOfCode } from './totp.ts';

/** Why a code was not accepted. `wrong` never says whether it was false, too old or used. */
export type CodeRefusal = { kind: 'wrong' } | { kind: 'too-many-tries'; retryAt: Instant };

async function spendsCode(personId: string, typed: string, now: Instant): Promise<boolean> {
  const factor = await findSecondFactor(personId, now);
  if (!factor || factor.confirmedAt === null) return false;
  const recoveryHash = hashOfRecoveryCode(personId, typed);
  if (recoveryHash !== null) return spendRecoveryCode(personId, recoveryHash, now);
  const secret = openSecret(personId, factor.sealedSecret);
  if (secret === null) {
    log().warn(
      'The secret of a second factor cannot be read: TURNWISE_SECRET is not the one it was set up with.',
    );
    return false;
  }
  const step = stepOfCode(secret, typed.replaceAll(/\s/g, ''), now);
  return step !== null && takeStep(personId, step);
}

/**
 * Spends a code of a person's authenticator app, or one of his recovery codes: each works once. Tries are
 * limited as those of a password are, on a count of their own that the right password does not clear.
 */
export async function checkCode(
  { personId, typed, address }: { personId: string; typed: string; address: string },
  now: Instant,
): Promise<Result<null, CodeRefusal>> {
  const attempt = { account: personId, address };
  const retryAt = await countSignInTry(attempt, now);
  if (retryAt !== null) return refused({ kind: 'too-many-tries', retryAt });
  if (!(await spendsCode(personId, typed, now))) return refused({ kind: 'wrong' });
  await forgiveSignInTry(attempt);
  return ok(null);
}
