'use server';

import { redirect } from 'next/navigation';
import { signOut } from '#lib/auth/sign-in.ts';
import { endSessions } from '#lib/operations/end-sessions.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { personAction } from './guard-action.ts';

/** Signs the person out everywhere, here too. */
export async function endSessionsAction(_previous: FormState, form: FormData): Promise<FormState> {
  return personAction(form, async ({ person, now }) => {
    await endSessions({ personId: person.id, now });
    await signOut();
    redirect('/sign-in?signedOut');
  });
}
