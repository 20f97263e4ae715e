'use server';

import { redirect } from 'next/navigation';
import { type CorrectDeviceReason, correctDevice } from '#lib/operations/correct-device.ts';
import { type CorrectDeviceInput, correctDeviceInput } from '#lib/schemas/device.ts';
import { deviceTyped, threadProblem } from '#lib/schemas/device-form.ts';
import { atControls } from '#lib/schemas/form-moment.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { deviceWords } from '#lib/view/device-form.ts';
import { refuseCase } from './case-refusal.ts';
import { DEVICE_NOT_SAVED, refuseDevice } from './device-refusal.ts';
import { formProblems } from './form-problems.ts';
import { caseAction, refuseForm } from './guard-action.ts';
import { refuseStale, shownZone } from './refuse-stale.ts';

/** Puts right what was written wrongly of a device. */
export async function correctDeviceAction(_previous: FormState, form: FormData): Promise<FormState> {
  return caseAction(form, 'device.place', async ({ actor, caseId, clinic, now }) => {
    const parsed = correctDeviceInput.safeParse(deviceTyped(form));
    const unconfirmed = threadProblem(form);
    if (!parsed.success || unconfirmed.threadConfirmed) {
      const problems = parsed.success ? {} : formProblems(parsed.error.issues);
      return refuseForm(form, DEVICE_NOT_SAVED, {
        ...atControls(form, problems, ['placedAt']),
        ...unconfirmed,
      });
    }
    const corrected = await correctDevice({ actor, caseId, input: parsed.data, now });
    if (corrected.ok) redirect(`/cases/${caseId}/devices#devices`);
    return refusal(form, corrected.reason, parsed.data, shownZone(form, clinic.zone));
  });
}

function refusal(
  form: FormData,
  reason: CorrectDeviceReason,
  input: CorrectDeviceInput,
  zone: string,
): FormState {
  switch (reason.kind) {
    case 'stale': {
      const { theirs, last } = reason;
      return refuseStale(form, {
        mine: deviceWords(input, zone),
        theirs: deviceWords(theirs, zone),
        last,
        zone,
      });
    }
    case 'device-unknown':
      return refuseForm(form, `The case has no such device. ${DEVICE_NOT_SAVED}`);
    case 'after-removal':
      return refuseForm(form, DEVICE_NOT_SAVED, {
        placedAtDay: 'The device was taken out before this. Give a time before its removal.',
      });
    case 'not-found':
    case 'not-allowed':
    case 'case-closed':
    case 'id-reused':
      return refuseCase(form, reason);
    default:
      return refuseDevice(form, reason);
  }
}
