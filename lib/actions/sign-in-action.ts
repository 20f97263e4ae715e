'use server';

import { redirect } from 'next/navigation';
import type { SignInRefusal } from '#lib/auth/check-credentials.ts';
import { safeNext } from '#lib/auth/safe-next.ts';
import { signIn } from '#lib/auth/sign-in.ts';
import { now } from '#lib/clock.ts';
import { MINUTE_MS } from '#lib/domain/units.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { publicAction, refuseForm } from './guard-action.ts';

const textOf = (form: FormData, name: string) => String(form.get(name) ?? '');

function sentenceFor(refusal: SignInRefusal): string {
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

/** Signs in and goes where the person was heading. */
export async function signInAction(_previous: FormState, form: FormData): Promise<FormState> {
  return publicAction(form, async () => {
    const email = textOf(form, 'email');
    const password = textOf(form, 'password');
    const fields: Record<string, string> = {};
    if (email.trim() === '') fields.email = 'Enter your e-mail address.';
    if (password === '') fields.password = 'Enter your password.';
    if (Object.keys(fields).length > 0) return refuseForm(form, 'You are not signed in yet.', fields);
    const signedIn = await signIn(email, password);
    if (!signedIn.ok) return refuseForm(form, sentenceFor(signedIn.reason));
    redirect(safeNext(textOf(form, 'next')));
  });
}
