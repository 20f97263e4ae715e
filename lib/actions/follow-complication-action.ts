'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { followComplication } from '#lib/operations/follow-complication.ts';
import { complicationStepInput } from '#lib/schemas/complication.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { refuseComplication, refuseUnread } from './complication-refusal.ts';
import { formProblems } from './form-problems.ts';
import { caseAction } from './guard-action.ts';

/** Records what became of a complication, or withdraws such an entry. */
export async function followComplicationAction(_previous: FormState, form: FormData): Promise<FormState> {
  return caseAction(form, 'complication.record', async ({ actor, caseId, now }) => {
    const parsed = complicationStepInput.safeParse({
      ...Object.fromEntries(form),
      retracted: form.has('correctsId'),
    });
    if (!parsed.success) return refuseUnread(form, formProblems(parsed.error.issues));
    const followed = await followComplication({ actor, caseId, input: parsed.data, now });
    if (!followed.ok) return refuseComplication(form, followed.reason);
    refresh();
    redirect(`/cases/${caseId}/complications#${parsed.data.complicationId}`);
  });
}
