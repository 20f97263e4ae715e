'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { retractPhotograph } from '#lib/operations/retract-photograph.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { retractPhotographInput } from '#lib/schemas/photograph.ts';
import { refuseCase } from './case-refusal.ts';
import { formProblems } from './form-problems.ts';
import { caseAction, refuseForm } from './guard-action.ts';

const KEPT = 'The photograph still stands; what you typed is still here.';

/** Withdraws a photograph: it stays on record and is shown to nobody. */
export async function retractPhotographAction(_previous: FormState, form: FormData): Promise<FormState> {
  return caseAction(form, 'photograph.record', async ({ actor, caseId, now }) => {
    const parsed = retractPhotographInput.safeParse(Object.fromEntries(form));
    if (!parsed.success) return refuseForm(form, KEPT, formProblems(parsed.error.issues));
    const result = await retractPhotograph({ actor, caseId, input: parsed.data, now });
    if (!result.ok) {
      if (result.reason.kind !== 'photograph-unknown') return refuseCase(form, result.reason);
      return refuseForm(form, 'This case has no such photograph. Open the page again.');
    }
    refresh();
    redirect(`/cases/${caseId}/photographs?retracted=1`);
  });
}
