'use server';

import { redirect } from 'next/navigation';
import { type RecordRecallReason, recordRecall } from '#lib/operations/record-recall.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { recordRecallInput } from '#lib/schemas/recall.ts';
import { formProblems } from './form-problems.ts';
import { clinicAction, refuseForm } from './guard-action.ts';

const KEPT = 'The recall is not recorded yet; what you typed is still here.';

/** Records a recall and says how many open cases it concerns. */
export async function recordRecallAction(_previous: FormState, form: FormData): Promise<FormState> {
  return clinicAction(form, 'clinic.manage', async ({ actor, now }) => {
    const parsed = recordRecallInput.safeParse(Object.fromEntries(form));
    if (!parsed.success) return refuseForm(form, KEPT, formProblems(parsed.error.issues));
    const recorded = await recordRecall({ actor, input: parsed.data, now });
    if (!recorded.ok) return refusal(form, recorded.reason);
    redirect(`/admin/recalls?recorded=${parsed.data.id}`);
  });
}

function refusal(form: FormData, reason: RecordRecallReason): FormState {
  switch (reason.kind) {
    case 'not-allowed':
      return refuseForm(form, `Your role in this clinic does not include this. ${KEPT}`);
    case 'id-reused':
      return refuseForm(
        form,
        'This form was already sent with other values, which are kept. Open the page again.',
      );
    case 'model-unknown':
      return refuseForm(form, KEPT, {
        modelId: 'The catalogue has no such model. Choose one from the list.',
      });
    case 'day-in-the-future':
      return refuseForm(form, KEPT, { issuedDay: 'This day has not come yet. Check the day.' });
  }
}
