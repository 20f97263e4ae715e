'use server';

import { redirect } from 'next/navigation';
import { recordCheck } from '#lib/operations/record-check.ts';
import { recordCheckInput } from '#lib/schemas/booking.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { refuseCase } from './case-refusal.ts';
import { formProblems } from './form-problems.ts';
import { caseAction, refuseForm } from './guard-action.ts';

const KEPT = 'The check is not saved yet; what you typed is still here.';

/** Records what was found of a pre-operative check. */
export async function recordCheckAction(_previous: FormState, form: FormData): Promise<FormState> {
  return caseAction(form, 'check.record', async ({ actor, caseId, now }) => {
    const parsed = recordCheckInput.safeParse(Object.fromEntries(form));
    if (!parsed.success) return refuseForm(form, KEPT, formProblems(parsed.error.issues));
    const recorded = await recordCheck({ actor, caseId, input: parsed.data, now });
    if (recorded.ok) redirect(`/cases/${caseId}/removal?saved=check#checks`);
    if (recorded.reason.kind === 'check-unknown')
      return refuseForm(form, KEPT, { key: 'The clinic does not ask for this check any more.' });
    return refuseCase(form, recorded.reason);
  });
}
