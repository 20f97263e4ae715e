'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { type ArmRemovedReason, recordArmRemoved } from '#lib/operations/record-arm-removed.ts';
import { armRemovedInput } from '#lib/schemas/device-event.ts';
import { atControls, momentText } from '#lib/schemas/form-moment.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { momentProblem, refuseCase } from './case-refusal.ts';
import { formProblems } from './form-problems.ts';
import { caseAction, refuseForm } from './guard-action.ts';

const KEPT = 'It is not saved yet; what you typed is still here.';

/** Records that the arm of a device was taken off. */
export async function recordArmRemovedAction(_previous: FormState, form: FormData): Promise<FormState> {
  return caseAction(form, 'device.place', async ({ actor, caseId, now }) => {
    const parsed = armRemovedInput.safeParse({ ...Object.fromEntries(form), at: momentText(form, 'at') });
    if (!parsed.success) {
      return refuseForm(form, KEPT, atControls(form, formProblems(parsed.error.issues), ['at']));
    }
    const recorded = await recordArmRemoved({ actor, caseId, input: parsed.data, now });
    if (!recorded.ok) return refusal(form, recorded.reason);
    refresh();
    redirect(`/cases/${caseId}/devices#devices`);
  });
}

function refusal(form: FormData, reason: ArmRemovedReason): FormState {
  switch (reason.kind) {
    case 'not-in-place':
      return refuseForm(form, KEPT, { atDay: 'The device was not in place at that time. Check the day.' });
    case 'already-so':
    case 'device-unknown':
      return refuseForm(
        form,
        `Somebody else has changed this device meanwhile. Open the page again. ${KEPT}`,
      );
    case 'time-does-not-exist':
    case 'in-the-future':
      return refuseForm(form, KEPT, momentProblem(reason, 'at'));
    default:
      return refuseCase(form, reason);
  }
}
