'use server';

import { redirect } from 'next/navigation';
import { MOST_CHECKS } from '#lib/domain/theatre/theatre-settings.ts';
import { saveTheatreSettings } from '#lib/operations/save-theatre-settings.ts';
import { controlText } from '#lib/schemas/form-moment.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { saveTheatreSettingsInput } from '#lib/schemas/theatre.ts';
import { formProblems } from './form-problems.ts';
import { clinicAction, refuseForm } from './guard-action.ts';
import { PLAN_KEPT, refusePlan } from './plan-refusal.ts';

/** Changes what the clinic has set for its theatres. */
export async function saveTheatreSettingsAction(_previous: FormState, form: FormData): Promise<FormState> {
  return clinicAction(form, 'theatre.manage', async ({ actor, now }) => {
    const rows = checkRows(form);
    const parsed = saveTheatreSettingsInput.safeParse({
      ...Object.fromEntries(form),
      checks: rows.map(({ row: _, ...line }) => line),
      namesInCalendars: form.get('namesInCalendars') === 'yes',
    });
    if (!parsed.success) {
      const atRows = parsed.error.issues.map(({ path: [field, place, ...rest], ...issue }) => ({
        ...issue,
        path: field === 'checks' ? [`check${rows[Number(place)]?.row ?? 1}`] : [field ?? '', ...rest],
      }));
      return refuseForm(form, PLAN_KEPT, formProblems(atRows));
    }
    const changed = await saveTheatreSettings({ actor, input: parsed.data, now });
    if (!changed.ok) return refusePlan(form, changed.reason);
    redirect('/admin/theatres?saved=settings');
  });
}

/** The lines in which a check is named; one that was emptied is gone. */
function checkRows(form: FormData) {
  return Array.from({ length: MOST_CHECKS }, (_, index) => index + 1).flatMap((row) => {
    const label = controlText(form, `check${row}`);
    return label === '' ? [] : [{ row, key: controlText(form, `checkKey${row}`), label }];
  });
}
