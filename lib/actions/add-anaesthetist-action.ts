'use server';

import { redirect } from 'next/navigation';
import { addAnaesthetist } from '#lib/operations/add-anaesthetist.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { addAnaesthetistInput } from '#lib/schemas/theatre.ts';
import { formProblems } from './form-problems.ts';
import { clinicAction, refuseForm } from './guard-action.ts';
import { PLAN_KEPT, refusePlan } from './plan-refusal.ts';

/** Adds an anaesthetist who can be booked. */
export async function addAnaesthetistAction(_previous: FormState, form: FormData): Promise<FormState> {
  return clinicAction(form, 'theatre.manage', async ({ actor, now }) => {
    const parsed = addAnaesthetistInput.safeParse(Object.fromEntries(form));
    if (!parsed.success) return refuseForm(form, PLAN_KEPT, formProblems(parsed.error.issues));
    const changed = await addAnaesthetist({ actor, input: parsed.data, now });
    if (!changed.ok) return refusePlan(form, changed.reason);
    redirect('/admin/theatres?saved=anaesthetist');
  });
}
