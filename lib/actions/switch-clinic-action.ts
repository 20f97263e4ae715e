'use server';

import { redirect } from 'next/navigation';
import { switchClinic } from '#lib/auth/switch-clinic.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { personAction, refuseForm } from './guard-action.ts';

/** Goes to another clinic in which the person has a role. */
export async function switchClinicAction(_previous: FormState, form: FormData): Promise<FormState> {
  return personAction(form, async (signedIn) => {
    const isThere = await switchClinic(signedIn, form.get('clinicId'));
    if (!isThere) return refuseForm(form, 'You have no role in that clinic, so you are still in this one.');
    redirect('/');
  });
}
