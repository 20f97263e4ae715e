'use server';

import { redirect } from 'next/navigation';
import { changeBlockDay } from '#lib/operations/change-block-day.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { changeBlockDayInput } from '#lib/schemas/theatre.ts';
import { formProblems } from './form-problems.ts';
import { clinicAction, refuseForm } from './guard-action.ts';
import { PLAN_KEPT, refusePlan } from './plan-refusal.ts';

/** Makes one day of a block other than usual. */
export async function changeBlockDayAction(_previous: FormState, form: FormData): Promise<FormState> {
  return clinicAction(form, 'theatre.manage', async ({ actor, now }) => {
    const parsed = changeBlockDayInput.safeParse(Object.fromEntries(form));
    if (!parsed.success) return refuseForm(form, PLAN_KEPT, formProblems(parsed.error.issues));
    const changed = await changeBlockDay({ actor, input: parsed.data, now });
    if (!changed.ok) return refusePlan(form, changed.reason);
    redirect('/admin/theatres?saved=day');
  });
}
