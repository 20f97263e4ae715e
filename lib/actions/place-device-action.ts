'use server';

import { redirect } from 'next/navigation';
import { placeDevice } from '#lib/operations/place-device.ts';
import { placeDeviceInput } from '#lib/schemas/device.ts';
import { deviceTyped, threadProblem } from '#lib/schemas/device-form.ts';
import { atControls } from '#lib/schemas/form-moment.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { refuseCase } from './case-refusal.ts';
import { DEVICE_NOT_SAVED, refuseDevice } from './device-refusal.ts';
import { formProblems } from './form-problems.ts';
import { caseAction, refuseForm } from './guard-action.ts';

/** Records a device as it was placed; `then` says whether the form comes back for another, or leads back to an exchange. */
export async function placeDeviceAction(_previous: FormState, form: FormData): Promise<FormState> {
  return caseAction(form, 'device.place', async ({ actor, caseId, now }) => {
    const parsed = placeDeviceInput.safeParse(deviceTyped(form));
    const unconfirmed = threadProblem(form);
    if (!parsed.success || unconfirmed.threadConfirmed) {
      const problems = parsed.success ? {} : formProblems(parsed.error.issues);
      return refuseForm(form, DEVICE_NOT_SAVED, {
        ...atControls(form, problems, ['placedAt']),
        ...unconfirmed,
      });
    }
    const placed = await placeDevice({ actor, caseId, input: parsed.data, now });
    if (placed.ok) {
      if (form.get('then') === 'exchange') redirect(`/cases/${caseId}/protocol?write=exchange#write`);
      const again = form.get('then') === 'another' ? '&device=new' : '';
      redirect(`/cases/${caseId}/devices?placed=${placed.value.id}${again}#devices`);
    }
    const { reason } = placed;
    switch (reason.kind) {
      case 'not-found':
      case 'not-allowed':
      case 'case-closed':
      case 'id-reused':
        return refuseCase(form, reason);
      default:
        return refuseDevice(form, reason);
    }
  });
}
