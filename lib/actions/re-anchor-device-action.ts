'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { reAnchorDevice } from '#lib/operations/re-anchor-device.ts';
import { reAnchorInput } from '#lib/schemas/device-event.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { refuseCase } from './case-refusal.ts';
import { formProblems } from './form-problems.ts';
import { caseAction, refuseForm } from './guard-action.ts';

const KEPT = 'The base stays as it was; what you typed is still here.';

/** Makes a measured gap the new base of its device. */
export async function reAnchorDeviceAction(_previous: FormState, form: FormData): Promise<FormState> {
  return caseAction(form, 'measurement.record', async ({ actor, caseId, now }) => {
    const parsed = reAnchorInput.safeParse(Object.fromEntries(form));
    if (!parsed.success) return refuseForm(form, KEPT, formProblems(parsed.error.issues));
    const anchored = await reAnchorDevice({ actor, caseId, input: parsed.data, now });
    if (anchored.ok) {
      refresh();
      redirect(`/cases/${caseId}/devices#devices`);
    }
    switch (anchored.reason.kind) {
      case 'measurement-unknown':
        return refuseForm(
          form,
          `This measurement was corrected or withdrawn meanwhile. Open the page again. ${KEPT}`,
        );
      case 'already-so':
        return refuseForm(
          form,
          'Somebody else has made this reading the base meanwhile. Open the page again.',
        );
      default:
        return refuseCase(form, anchored.reason);
    }
  });
}
