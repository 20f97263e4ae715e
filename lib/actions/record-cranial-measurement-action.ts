'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import {
  type CranialMeasurementReason,
  recordCranialMeasurement,
} from '#lib/operations/record-cranial-measurement.ts';
import { cranialMeasurementInput } from '#lib/schemas/cranial-measurement.ts';
import { atControls, momentText } from '#lib/schemas/form-moment.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { momentProblem, refuseCase } from './case-refusal.ts';
import { formProblems } from './form-problems.ts';
import { caseAction, refuseForm } from './guard-action.ts';

const KEPT = 'The measurement is not saved yet; what you typed is still here.';

/** Records a measurement of the head as a whole, or the correction of one. */
export async function recordCranialMeasurementAction(
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return caseAction(form, 'measurement.record', async ({ actor, caseId, now }) => {
    const parsed = cranialMeasurementInput.safeParse({
      ...Object.fromEntries(form),
      takenAt: momentText(form, 'takenAt'),
      retracted: form.has('retracted'),
    });
    if (!parsed.success) {
      return refuseForm(form, KEPT, atControls(form, formProblems(parsed.error.issues), ['takenAt']));
    }
    const recorded = await recordCranialMeasurement({ actor, caseId, input: parsed.data, now });
    if (!recorded.ok) return refusal(form, recorded.reason);
    refresh();
    redirect(`/cases/${caseId}/measurements/head`);
  });
}

function refusal(form: FormData, reason: CranialMeasurementReason): FormState {
  switch (reason.kind) {
    case 'correction-of-unknown':
      return refuseForm(form, `Somebody else corrected this meanwhile. Open the page again. ${KEPT}`);
    case 'time-does-not-exist':
    case 'in-the-future':
      return refuseForm(form, KEPT, momentProblem(reason, 'takenAt'));
    default:
      return refuseCase(form, reason);
  }
}
