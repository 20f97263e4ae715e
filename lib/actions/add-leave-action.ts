'use server';

import { redirect } from 'next/navigation';
import { addLeave } from '#lib/operations/add-leave.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { addLeaveInput } from '#lib/schemas/theatre.ts';
import { formProblems } from './form-problems.ts';
import { clinicAction, refuseForm } from './guard-action.ts';
import { PLAN_KEPT, refusePlan } from './plan-refusal.ts';

/** Records days on which somebody is away. */
export async function addLeaveAction(_previous: FormState, form: FormData): Promise<FormState> {
  return clinicAction(form, 'theatre.manage', async ({ actor, now }) => {
    const parsed = addLeaveInput.safeParse(Object.fromEntries(form));
    if (!parsed.success) return refuseForm(form, PLAN_KEPT, formProblems(parsed.error.issues));
    const changed = await addLeave({ actor, input: parsed.data, now });
    if (!changed.ok) return refusePlan(form, changed.reason);
    redirect('/admin/theatres?saved=leave');
  });
}
