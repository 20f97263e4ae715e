import type { SessionEnd } from '#lib/domain/access/session-end.ts';

/** Why somebody has to sign in again, as a sentence for the sign-in page. */
export const SESSION_END_WORDS: Record<SessionEnd, string> = {
  'signed-out': 'You are signed out.',
  idle: 'You were signed out because nothing was done for a while. Sign in to go on where you were.',
  expired:
    'You were signed out because your session had lasted its full time. Sign in to go on where you were.',
  disabled:
    'You were signed out because your account was disabled. An administrator of your clinic can enable it again.',
  'password-changed': 'You were signed out because your password was changed. Sign in with the new one.',
};
