'use server';

import { redirect } from 'next/navigation';
import { safeNext } from '#lib/auth/safe-next.ts';
import { signIn } from '#lib/auth/sign-in.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { publicAction, refuseForm } from './guard-action.ts';
import { signInSentence } from './sign-in-sentence.ts';

const textOf = (form: FormData, name: string) => String(form.get(name) ?? '');

/** Signs in and goes where the person was heading, by way of the second step where there is one. */
export async function signInAction(_previous: FormState, form: FormData): Promise<FormState> {
  return publicAction(form, async () => {
    const email = textOf(form, 'email');
    const password = textOf(form, 'password');
    const fields: Record<string, string> = {};
    if (email.trim() === '') fields.email = 'Enter your e-mail address.';
    if (password === '') fields.password = 'Enter your password.';
    if (Object.keys(fields).length > 0) return refuseForm(form, 'You are not signed in yet.', fields);
    const signedIn = await signIn(email, password);
    if (!signedIn.ok) return refuseForm(form, signInSentence(signedIn.reason));
    const next = safeNext(textOf(form, 'next'));
    redirect(signedIn.value === 'signed-in' ? next : `/sign-in/code?next=${encodeURIComponent(next)}`);
  });
}
