import 'server-only';
import { redirect } from 'next/navigation';
import { currentSession } from '#lib/auth/current-session.ts';
import { hospitalName } from '#lib/auth/hospital-sign-in.ts';
import { safeNext } from '#lib/auth/safe-next.ts';
import { HOSPITAL_REFUSAL_WORDS, isHospitalRefusal } from '#lib/view/hospital-sign-in-words.ts';
import { SESSION_END_WORDS } from '#lib/view/session-end-words.ts';

export type SignInPage = {
  /** Where to go afterwards: always a path of this software. */
  next: string;
  /** Why the person is here, where that is known. */
  notice: string | null;
  /** Whose OpenID Connect signs people in too, by name; null: none is set. */
  hospital: string | null;
};

type Query = Record<string, string | string[] | undefined>;

/** What the sign-in page shows; who is signed in already is sent on. */
export async function loadSignIn(query: Query): Promise<SignInPage> {
  const next = safeNext(typeof query.next === 'string' ? query.next : null);
  const session = await currentSession();
  if (session.signedIn) redirect(next);
  const notice = noticeFor(query) ?? (session.because && SESSION_END_WORDS[session.because]);
  return { next, notice, hospital: hospitalName() };
}

function noticeFor(query: Query): string | null {
  if (query.passwordSet !== undefined) return 'Your password is set. Sign in with it.';
  if (query.error !== undefined) {
    return HOSPITAL_REFUSAL_WORDS[isHospitalRefusal(query.error) ? query.error : 'hospital-failed'];
  }
  return query.signedOut === undefined ? null : SESSION_END_WORDS['signed-out'];
}
