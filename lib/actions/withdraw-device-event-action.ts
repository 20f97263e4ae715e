'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { withdrawDeviceEvent } from '#lib/operations/withdraw-device-event.ts';
import { withdrawDeviceEventInput } from '#lib/schemas/device-event.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { refuseCase } from './case-refusal.ts';
import { formProblems } from './form-problems.ts';
import { caseAction, refuseForm } from './guard-action.ts';

const KEPT = 'It is not withdrawn yet; what you typed is still here.';

/** Withdraws that the arm of a device was taken off, or that a measured gap became its base. */
export async function withdrawDeviceEventAction(_previous: FormState, form: FormData): Promise<FormState> {
  return caseAction(form, 'device.place', async ({ actor, caseId, now }) => {
    const parsed = withdrawDeviceEventInput.safeParse(Object.fromEntries(form));
    if (!parsed.success) return refuseForm(form, KEPT, formProblems(parsed.error.issues));
    const withdrawn = await withdrawDeviceEvent({ actor, caseId, input: parsed.data, now });
    if (withdrawn.ok) {
      refresh();
      redirect(`/cases/${caseId}/devices#devices`);
    }
    return withdrawn.reason.kind === 'event-unknown'
      ? refuseForm(form, 'Somebody else has withdrawn this meanwhile. Open the page again.')
      : refuseCase(form, withdrawn.reason);
  });
}
