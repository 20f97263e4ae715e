'use server';

import { redirect } from 'next/navigation';
import { safeNext } from '#lib/auth/safe-next.ts';
import { finishSignIn } from '#lib/auth/second-step.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { codeField } from '#lib/schemas/second-factor.ts';
import { codeSentence } from './code-sentence.ts';
import { publicAction, refuseForm } from './guard-action.ts';

/** Finishes signing in with the code of the second factor, and goes where the person was heading. */
export async function enterCodeAction(_previous: FormState, form: FormData): Promise<FormState> {
  return publicAction(form, async () => {
    const code = codeField.safeParse(form.get('code') ?? undefined);
    if (!code.success) {
      return refuseForm(form, 'You are not signed in yet.', { code: 'Type the code.' });
    }
    const finished = await finishSignIn(code.data);
    if (finished.ok) redirect(safeNext(String(form.get('next') ?? '')));
    if (finished.reason.kind !== 'too-late') return refuseForm(form, codeSentence(finished.reason));
    const late = refuseForm(form, 'Five minutes have passed since the password, so it is asked for again.');
    return late.status === 'refused' ? { ...late, see: { href: '/sign-in', label: 'Sign in again' } } : late;
  });
}
