'use server';

import { checkOwnPassword } from '#lib/auth/check-own-password.ts';
import { startSession } from '#lib/auth/open-session.ts';
import { hashPassword } from '#lib/auth/password.ts';
import { changePassword } from '#lib/operations/change-password.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { newPasswordSchema } from '#lib/schemas/person.ts';
import { formProblems } from './form-problems.ts';
import { personAction, refuseForm } from './guard-action.ts';
import { signInSentence } from './sign-in-sentence.ts';

/** Changes one's own password; every other browser is signed out, this one gets a new session. */
export async function changePasswordAction(_previous: FormState, form: FormData): Promise<FormState> {
  return personAction(form, async (signedIn) => {
    const parsed = newPasswordSchema.safeParse(Object.fromEntries(form));
    if (!parsed.success) {
      return refuseForm(form, 'The password is not changed yet.', formProblems(parsed.error.issues));
    }
    const checked = await checkOwnPassword(signedIn, String(form.get('currentPassword') ?? ''));
    if (!checked.ok && checked.reason.kind === 'wrong') return notThePresentOne(form);
    if (!checked.ok) return refuseForm(form, signInSentence(checked.reason));
    const passwordHash = await hashPassword(parsed.data.password);
    const { now } = signedIn;
    const changed = await changePassword({ known: checked.value, input: { passwordHash }, now });
    if (!changed.ok) return notThePresentOne(form);
    await startSession({ ...checked.value, passwordChangedAt: now });
    return { status: 'saved', message: 'Your password is changed. Every other browser was signed out.' };
  });
}

function notThePresentOne(form: FormData): FormState {
  return refuseForm(form, 'The password is not changed.', {
    currentPassword: 'This is not your present password.',
  });
}
