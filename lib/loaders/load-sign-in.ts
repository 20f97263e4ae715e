import 'server-only';
import { redirect } from 'next/navigation';
import { currentSession } from '#lib/auth/current-session.ts';
import { safeNext } from '#lib/auth/safe-next.ts';
import { SESSION_END_WORDS } from '#lib/view/session-end-words.ts';

export type SignInPage = {
  /** Where to go afterwards: always a path of this software. */
  next: string;
  /** Why the person is here, where that is known. */
  notice: string | null;
};

/** What the sign-in page shows; who is signed in already is sent on. */
export async function loadSignIn(query: Record<string, string | string[] | undefined>): Promise<SignInPage> {
  const next = safeNext(typeof query.next === 'string' ? query.next : null);
  const session = await currentSession();
  if (session.signedIn) redirect(next);
  if (session.because) return { next, notice: SESSION_END_WORDS[session.because] };
  return { next, notice: query.signedOut === undefined ? null : SESSION_END_WORDS['signed-out'] };
}
