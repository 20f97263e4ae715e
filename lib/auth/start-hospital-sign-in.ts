import 'server-only';
import { HOSPITAL, hospitalName } from './hospital-sign-in.ts';
import { postToNextAuth } from './run-next-auth.ts';
import { safeNext } from './safe-next.ts';

/** Begins signing in with the hospital's OpenID Connect, within a route handler: the address to go to now. */
export async function startHospitalSignIn(next: string | null): Promise<string> {
  if (hospitalName() === null) return '/sign-in';
  const destination = await postToNextAuth(['signin', HOSPITAL], { callbackUrl: safeNext(next) });
  return destination.searchParams.has('error') ? '/sign-in?error=hospital-failed' : destination.href;
}
