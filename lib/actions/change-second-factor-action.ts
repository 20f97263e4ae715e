'use server';

import { refresh } from 'next/cache';
import { checkOwnPassword } from '#lib/auth/check-own-password.ts';
import type { SignedIn } from '#lib/auth/current-session.ts';
import { checkOwnCode, newSealedSecret, proveSetUp } from '#lib/auth/own-second-factor.ts';
import { newRecoveryCodes } from '#lib/auth/recovery-codes.ts';
import { confirmSecondFactor } from '#lib/operations/confirm-second-factor.ts';
import { startSecondFactor } from '#lib/operations/start-second-factor.ts';
import { turnOffSecondFactor } from '#lib/operations/turn-off-second-factor.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { secondFactorSchema } from '#lib/schemas/second-factor.ts';
import { codeSentence } from './code-sentence.ts';
import { formProblems } from './form-problems.ts';
import { personAction, refuseForm } from './guard-action.ts';
import { signInSentence } from './sign-in-sentence.ts';

const UNCHANGED = 'Your second factor is not changed.';

/** Sets up, confirms or turns off one's own second factor, by the form's field `step`. */
export async function changeSecondFactorAction(_previous: FormState, form: FormData): Promise<FormState> {
  return personAction(form, async (signedIn) => {
    const parsed = secondFactorSchema.safeParse(Object.fromEntries(form));
    if (!parsed.success) return refuseForm(form, UNCHANGED, formProblems(parsed.error.issues));
    const asked = parsed.data;
    if (asked.step === 'confirm') return confirm(form, signedIn, asked.code);
    const checked = await checkOwnPassword(signedIn, asked.currentPassword);
    if (!checked.ok && checked.reason.kind === 'wrong') {
      return refuseForm(form, UNCHANGED, { currentPassword: 'This is not your present password.' });
    }
    if (!checked.ok) return refuseForm(form, signInSentence(checked.reason));
    return asked.step === 'set-up' ? setUp(form, signedIn) : turnOff(form, signedIn, asked.code);
  });
}

async function setUp(form: FormData, { person, now }: SignedIn): Promise<FormState> {
  const input = { sealedSecret: newSealedSecret(person.id) };
  const started = await startSecondFactor({ personId: person.id, input, now });
  refresh();
  if (!started.ok) return refuseForm(form, 'Your second factor is on already, so nothing was changed.');
  return { status: 'saved', message: 'Add Turnwise to your app now, then confirm with the code it shows.' };
}

async function confirm(form: FormData, signedIn: SignedIn, code: string): Promise<FormState> {
  const { person, now } = signedIn;
  const proof = await proveSetUp(signedIn, code);
  if (!proof) {
    return refuseForm(form, 'Your second factor is not on yet.', {
      code: 'This is not the code of the secret below. Type the one that the app shows now; check that your telephone keeps the right time.',
    });
  }
  const { codes, codeHashes } = newRecoveryCodes(person.id);
  const done = await confirmSecondFactor({ personId: person.id, input: { ...proof, codeHashes }, now });
  refresh();
  if (!done.ok)
    return refuseForm(form, 'The set-up was begun anew or finished elsewhere, so nothing was changed.');
  return {
    status: 'saved',
    message: `Your second factor is on. Keep these ten recovery codes where your telephone is not; each signs in once, and they are not shown again: ${codes.join(', ')}`,
  };
}

async function turnOff(form: FormData, signedIn: SignedIn, code: string): Promise<FormState> {
  const checked = await checkOwnCode(signedIn, code);
  if (!checked.ok) return refuseForm(form, UNCHANGED, { code: codeSentence(checked.reason) });
  await turnOffSecondFactor({ personId: signedIn.person.id, now: signedIn.now });
  refresh();
  return { status: 'saved', message: 'Your second factor is off. The password alone signs in now.' };
}
