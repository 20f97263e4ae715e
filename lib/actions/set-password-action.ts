'use server';

import { redirect } from 'next/navigation';
import { hashPassword } from '#lib/auth/password.ts';
import { findPasswordLink } from '#lib/auth/password-link.ts';
import { now } from '#lib/clock.ts';
import { setPassword } from '#lib/operations/set-password.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { newPasswordSchema } from '#lib/schemas/person.ts';
import { formProblems } from './form-problems.ts';
import { publicAction, refuseForm } from './guard-action.ts';

const USELESS =
  'This address was used already or is too old, so no password was set. Ask an administrator of your clinic for a new one.';

/** Sets a password at the one-time address that an administrator passed on. */
export async function setPasswordAction(_previous: FormState, form: FormData): Promise<FormState> {
  return publicAction(form, async () => {
    const link = await findPasswordLink(form.get('token'), now());
    if (!link) return refuseForm(form, USELESS);
    const parsed = newPasswordSchema.safeParse(Object.fromEntries(form));
    if (!parsed.success) {
      return refuseForm(form, 'The password is not set yet.', formProblems(parsed.error.issues));
    }
    const passwordHash = await hashPassword(parsed.data.password);
    const input = { linkTokenHash: link.tokenHash, passwordHash };
    const set = await setPassword({ input, now: now() });
    if (!set.ok) return refuseForm(form, USELESS);
    redirect('/sign-in?passwordSet');
  });
}
