import 'server-only';
import { cookies, headers } from 'next/headers';
import { now } from '#lib/clock.ts';
import type { KnownPerson } from '#lib/data/people.ts';
import { findSecondFactor } from '#lib/data/second-factor.ts';
import {
  findSignInStep,
  insertSignInStep,
  SIGN_IN_STEP_MS,
  takeSignInStep,
} from '#lib/data/sign-in-steps.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import { type CodeRefusal, checkCode } from './check-code.ts';
import { clientAddress } from './client-address.ts';
import { startSession } from './open-session.ts';
import { cookieName, cookieOptions } from './session-cookie.ts';
import { hashOfToken, newToken } from './token.ts';

/** Whether signing in asks this person for a code after the password. */
export async function needsSecondStep(personId: string): Promise<boolean> {
  const factor = await findSecondFactor(personId, now());
  return factor !== null && factor.confirmedAt !== null;
}

/**
 * Gives the browser of who knew the password a token that only serves to enter a code, within an action or a handler.
 * Returns whether it did: not where the account was disabled or got another password meanwhile.
 */
export async function awaitSecondStep(known: KnownPerson): Promise<boolean> {
  const { token, tokenHash } = newToken();
  if (!(await insertSignInStep(tokenHash, known, now()))) return false;
  // Counted by the browser from now on: its clock may be another than ours.
  const maxAge = SIGN_IN_STEP_MS / 1_000;
  (await cookies()).set(cookieName('second-step'), token, { ...cookieOptions(), maxAge });
  return true;
}

async function stepOfBrowser(): Promise<{ tokenHash: string; personId: string } | null> {
  const tokenHash = hashOfToken((await cookies()).get(cookieName('second-step'))?.value);
  const personId = tokenHash === null ? null : await findSignInStep(tokenHash, now());
  return tokenHash !== null && personId !== null ? { tokenHash, personId } : null;
}

/** Whether this browser may enter a code now. */
export async function isAtSecondStep(): Promise<boolean> {
  return (await stepOfBrowser()) !== null;
}

/** Opens the session of who knew the password and gives the right code, within an action. */
export async function finishSignIn(typed: string): Promise<Result<null, CodeRefusal | { kind: 'too-late' }>> {
  const step = await stepOfBrowser();
  if (!step) return refused({ kind: 'too-late' });
  const { personId, tokenHash } = step;
  const checked = await checkCode({ personId, typed, address: clientAddress(await headers()) }, now());
  if (!checked.ok) return checked;
  const known = await takeSignInStep(tokenHash, now());
  if (!known) return refused({ kind: 'too-late' });
  (await cookies()).delete({ name: cookieName('second-step'), ...cookieOptions() });
  return (await startSession(known)) ? ok(null) : refused({ kind: 'too-late' });
}
