import 'server-only';
import { cookies } from 'next/headers';
import { now } from '#lib/clock.ts';
import { revokeSession } from '#lib/data/sessions.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { SignInRefusal } from './check-credentials.ts';
import { postToNextAuth } from './run-next-auth.ts';
import { cookieName } from './session-cookie.ts';
import { hashOfToken } from './token.ts';

function toRefusal(code: string): SignInRefusal {
  if (code === 'disabled') return { kind: 'disabled' };
  const [kind, retryAt] = code.split('.');
  if (kind === 'too-many-tries') return { kind, retryAt: Number(retryAt) };
  if (code === 'wrong') return { kind: 'wrong' };
  throw new Error('next-auth could not sign anybody in');
}

/**
 * Signs a person in by e-mail address and password, within an action: the session cookie is set, and the
 * session this browser had before is over. Whoever has a second factor is asked for a code first: nothing is
 * opened yet, and the browser holds the token of the second step.
 */
export async function signIn(
  email: string,
  password: string,
): Promise<Result<'signed-in' | 'code-needed', SignInRefusal>> {
  const before = hashOfToken((await cookies()).get(cookieName('session'))?.value);
  const destination = await postToNextAuth(['callback', 'credentials'], { email, password });
  const code = destination.searchParams.get('error');
  if (code === 'code-needed') return ok('code-needed');
  if (code !== null) return refused(toRefusal(code));
  if (before) await revokeSession(before, now());
  return ok('signed-in');
}

/** Ends the session of this browser and takes its cookie away, within an action or a route handler. */
export async function signOut(): Promise<void> {
  await postToNextAuth(['signout'], {});
}
