import 'server-only';
import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { pool } from '#lib/data/pool.ts';
import type { Instant } from '#lib/domain/units.ts';

const QUARTER_S = 15 * 60;

// Ten tries for one account, fifty from one address (a clinic may share one), per quarter of an hour.
function limiter(keyPrefix: string, points: number) {
  const store = { storeClient: pool(), tableName: 'rate_limit', tableCreated: true };
  return new RateLimiterPostgres({ ...store, keyPrefix, points, duration: QUARTER_S });
}

let limiters: { account: RateLimiterPostgres; address: RateLimiterPostgres } | undefined;

function signInLimiters() {
  limiters ??= { account: limiter('sign-in-account', 10), address: limiter('sign-in-address', 50) };
  return limiters;
}

/** A try at signing in: at what (an e-mail address; for a code, the id of its person), and from where. */
export type SignInTry = { account: string; address: string };

const keyOf = (text: string) => createHash('sha256').update(text).digest('hex');

async function consume(limit: RateLimiterPostgres, key: string): Promise<number> {
  try {
    await limit.consume(key);
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return refusal.msBeforeNext;
    throw refusal;
  }
}

/**
 * Counts a try before the password is looked at, so that many at once gain nothing. Null: go on; otherwise
 * the instant from which another try is accepted. An unknown e-mail address counts like a known one.
 */
export async function countSignInTry({ account, address }: SignInTry, now: Instant): Promise<Instant | null> {
  const limits = signInLimiters();
  const waits = [
    await consume(limits.address, keyOf(address)),
    await consume(limits.account, keyOf(account)),
  ];
  const longest = Math.max(...waits);
  return longest > 0 ? now + longest : null;
}

/** A try that succeeded is not held against the account or the address. */
export async function forgiveSignInTry({ account, address }: SignInTry): Promise<void> {
  const limits = signInLimiters();
  await limits.account.delete(keyOf(account));
  await limits.address.reward(keyOf(address));
}
