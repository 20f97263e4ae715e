import 'server-only';
import { redirect } from 'next/navigation';
import { currentSession } from '#lib/auth/current-session.ts';
import { safeNext } from '#lib/auth/safe-next.ts';
import { isAtSecondStep } from '#lib/auth/second-step.ts';

export type SecondStepPage = {
  /** Where to go afterwards: always a path of this software. */
  next: string;
  /** Whether this browser gave the right password a moment ago. */
  isAwaited: boolean;
};

type Query = Record<string, string | string[] | undefined>;

/** What the page for the code shows; who is signed in already is sent on. */
export async function loadSecondStep(query: Query): Promise<SecondStepPage> {
  const next = safeNext(typeof query.next === 'string' ? query.next : null);
  const { signedIn } = await currentSession();
  if (signedIn) redirect(next);
  return { next, isAwaited: await isAtSecondStep() };
}
