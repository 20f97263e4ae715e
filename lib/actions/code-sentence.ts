import type { CodeRefusal } from '#lib/auth/check-code.ts';
import { signInSentence } from './sign-in-sentence.ts';

/** Why a code was not accepted, and what to do. */
export function codeSentence(refusal: CodeRefusal): string {
  return refusal.kind === 'wrong'
    ? 'This code is not right, or was used already. Type the next one that your app shows, or a recovery code you have not used.'
    : signInSentence(refusal);
}
