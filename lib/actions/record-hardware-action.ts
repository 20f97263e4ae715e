'use server';

import { redirect } from 'next/navigation';
import { recordHardware } from '#lib/operations/record-hardware.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { recordHardwareInput } from '#lib/schemas/removal.ts';
import { refuseCase } from './case-refusal.ts';
import { formProblems } from './form-problems.ts';
import { caseAction, refuseForm } from './guard-action.ts';

const KEPT = 'The hardware sheet is as it was; what you typed is still here.';

/** Records what of a device stays in. */
export async function recordHardwareAction(_previous: FormState, form: FormData): Promise<FormState> {
  return caseAction(form, 'check.record', async ({ actor, caseId, now }) => {
    const parsed = recordHardwareInput.safeParse(Object.fromEntries(form));
    if (!parsed.success) return refuseForm(form, KEPT, formProblems(parsed.error.issues));
    const recorded = await recordHardware({ actor, caseId, input: parsed.data, now });
    if (recorded.ok) redirect(`/cases/${caseId}/removal?saved=hardware#hardware`);
    if (recorded.reason.kind === 'device-unknown')
      return refuseForm(form, KEPT, { deviceId: 'The case has no such device.' });
    return refuseCase(form, recorded.reason);
  });
}
