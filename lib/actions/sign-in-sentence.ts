import type { SignInRefusal } from '#lib/auth/check-credentials.ts';
import { now } from '#lib/clock.ts';
import { MINUTE_MS } from '#lib/domain/units.ts';

/** Why a password was not accepted, and what to do. */
export function signInSentence(refusal: SignInRefusal): string {
  switch (refusal.kind) {
    case 'wrong':
      return 'This e-mail address and password do not belong together. Check both and try again; an administrator of your clinic can give you a new password link.';
    case 'disabled':
      return 'This account is disabled. An administrator of your clinic can enable it again.';
    case 'too-many-tries': {
      const minutes = Math.max(1, Math.ceil((refusal.retryAt - now()) / MINUTE_MS));
      return `Too many tries. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}; your account and its data are unharmed.`;
    }
  }
}
