'use server';

import { redirect } from 'next/navigation';
import { addBlock } from '#lib/operations/add-block.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { addBlockInput } from '#lib/schemas/theatre.ts';
import { formProblems } from './form-problems.ts';
import { clinicAction, refuseForm } from './guard-action.ts';
import { PLAN_KEPT, refusePlan } from './plan-refusal.ts';

/** Gives a surgeon time in a room, each week. */
export async function addBlockAction(_previous: FormState, form: FormData): Promise<FormState> {
  return clinicAction(form, 'theatre.manage', async ({ actor, now }) => {
    const parsed = addBlockInput.safeParse(Object.fromEntries(form));
    if (!parsed.success) return refuseForm(form, PLAN_KEPT, formProblems(parsed.error.issues));
    const changed = await addBlock({ actor, input: parsed.data, now });
    if (!changed.ok) return refusePlan(form, changed.reason);
    redirect('/admin/theatres?saved=block');
  });
}
