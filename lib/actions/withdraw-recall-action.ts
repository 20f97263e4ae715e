'use server';

import { refresh } from 'next/cache';
import { withdrawRecall } from '#lib/operations/withdraw-recall.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { withdrawRecallInput } from '#lib/schemas/recall.ts';
import { formProblems } from './form-problems.ts';
import { clinicAction, refuseForm } from './guard-action.ts';

/** Says of a recall that it no longer stands. */
export async function withdrawRecallAction(_previous: FormState, form: FormData): Promise<FormState> {
  return clinicAction(form, 'clinic.manage', async ({ actor, now }) => {
    const parsed = withdrawRecallInput.safeParse(Object.fromEntries(form));
    if (!parsed.success) return refuseForm(form, 'It still stands.', formProblems(parsed.error.issues));
    const withdrawn = await withdrawRecall({ actor, input: parsed.data, now });
    if (!withdrawn.ok) {
      return refuseForm(
        form,
        withdrawn.reason.kind === 'not-allowed'
          ? 'Your role in this clinic does not include this. The recall still stands.'
          : 'There is no such recall in this clinic. Open the page again.',
      );
    }
    refresh();
    return { status: 'saved', message: 'The recall no longer stands.' };
  });
}
