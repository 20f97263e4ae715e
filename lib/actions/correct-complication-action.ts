'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { correctComplication } from '#lib/operations/correct-complication.ts';
import { correctComplicationInput } from '#lib/schemas/complication.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { refuseComplication, refuseUnread } from './complication-refusal.ts';
import { formProblems } from './form-problems.ts';
import { caseAction } from './guard-action.ts';

/** Puts right what was written of a complication, or withdraws it. */
export async function correctComplicationAction(_previous: FormState, form: FormData): Promise<FormState> {
  return caseAction(form, 'complication.record', async ({ actor, caseId, now }) => {
    const parsed = correctComplicationInput.safeParse({
      ...Object.fromEntries(form),
      signs: form.getAll('signs'),
    });
    if (!parsed.success) return refuseUnread(form, formProblems(parsed.error.issues));
    const corrected = await correctComplication({ actor, caseId, input: parsed.data, now });
    if (!corrected.ok) return refuseComplication(form, corrected.reason);
    refresh();
    redirect(`/cases/${caseId}/complications#${corrected.value.id}`);
  });
}
