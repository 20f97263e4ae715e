'use server';

import { redirect } from 'next/navigation';
import { removeFromPlan } from '#lib/operations/remove-from-plan.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { removeFromPlanInput } from '#lib/schemas/theatre.ts';
import { formProblems } from './form-problems.ts';
import { clinicAction, refuseForm } from './guard-action.ts';
import { PLAN_KEPT, refusePlan } from './plan-refusal.ts';

/** Takes a block, a leave or an anaesthetist out of the plan. */
export async function removeFromPlanAction(_previous: FormState, form: FormData): Promise<FormState> {
  return clinicAction(form, 'theatre.manage', async ({ actor, now }) => {
    const parsed = removeFromPlanInput.safeParse(Object.fromEntries(form));
    if (!parsed.success) return refuseForm(form, PLAN_KEPT, formProblems(parsed.error.issues));
    const changed = await removeFromPlan({ actor, input: parsed.data, now });
    if (!changed.ok) return refusePlan(form, changed.reason);
    redirect('/admin/theatres?saved=removed');
  });
}
