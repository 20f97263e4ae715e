import 'server-only';
import { findAccount, type KnownPerson } from '#lib/data/people.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import { passwordMatches } from './password.ts';
import { countSignInTry, forgiveSignInTry } from './sign-in-limits.ts';

/** Why somebody was not signed in. `wrong` never says whether the address or the password was. */
export type SignInRefusal =
  | { kind: 'wrong' }
  | { kind: 'disabled' }
  | { kind: 'too-many-tries'; retryAt: Instant };

/**
 * The person to whom this e-mail address and password belong. An unknown address takes as long as
 * a wrong password; that an account is disabled is told only to who knows its password.
 */
export async function checkCredentials(
  { email, password, address }: { email: string; password: string; address: string },
  now: Instant,
): Promise<Result<KnownPerson, SignInRefusal>> {
  const attempt = { account: email, address };
  const retryAt = await countSignInTry(attempt, now);
  if (retryAt !== null) return refused({ kind: 'too-many-tries', retryAt });
  const account = await findAccount(email);
  const matches = await passwordMatches(account?.passwordHash ?? null, password);
  if (!account || !matches) return refused({ kind: 'wrong' });
  await forgiveSignInTry(attempt);
  const { personId, passwordChangedAt, isDisabled } = account;
  return isDisabled ? refused({ kind: 'disabled' }) : ok({ personId, passwordChangedAt });
}
