'use server';

import { redirect } from 'next/navigation';
import { saveTheatreSettings } from '#lib/operations/save-theatre-settings.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { saveTheatreSettingsInput } from '#lib/schemas/theatre.ts';
import { formProblems } from './form-problems.ts';
import { clinicAction, refuseForm } from './guard-action.ts';
import { PLAN_KEPT, refusePlan } from './plan-refusal.ts';

/** Changes what the clinic has set for its theatres. */
export async function saveTheatreSettingsAction(_previous: FormState, form: FormData): Promise<FormState> {
  return clinicAction(form, 'theatre.manage', async ({ actor, now }) => {
    const parsed = saveTheatreSettingsInput.safeParse({
      ...Object.fromEntries(form),
      namesInCalendars: form.get('namesInCalendars') === 'yes',
    });
    if (!parsed.success) return refuseForm(form, PLAN_KEPT, formProblems(parsed.error.issues));
    const changed = await saveTheatreSettings({ actor, input: parsed.data, now });
    if (!changed.ok) return refusePlan(form, changed.reason);
    redirect('/admin/theatres?saved=settings');
  });
}
