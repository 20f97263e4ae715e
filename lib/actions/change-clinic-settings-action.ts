'use server';

import { refresh } from 'next/cache';
import { changeClinicSettings } from '#lib/operations/change-clinic-settings.ts';
import { clinicSettingsInput } from '#lib/schemas/clinic-settings.ts';
import { readClinicSettingsForm } from '#lib/schemas/clinic-settings-form.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { clinicSettingsWords } from '#lib/view/clinic-settings.ts';
import { formProblems } from './form-problems.ts';
import { clinicAction, refuseForm } from './guard-action.ts';
import { refuseStale } from './refuse-stale.ts';

const KEPT = 'The defaults are not saved yet; what you typed is still here.';

/** Changes what the next protocols of the clinic start from, and its number. */
export async function changeClinicSettingsAction(_previous: FormState, form: FormData): Promise<FormState> {
  return clinicAction(form, 'clinic.manage', async ({ actor, clinic, now }) => {
    const { values, controlOf, sentences } = readClinicSettingsForm(form);
    const parsed = clinicSettingsInput.safeParse(values);
    if (!parsed.success) {
      const issues = parsed.error.issues.map(({ path, message }) => ({ path: [controlOf(path)], message }));
      const worded = Object.entries(formProblems(issues)).map(([name, said]) => [
        name,
        sentences[name] ?? said,
      ]);
      return refuseForm(form, KEPT, Object.fromEntries(worded));
    }
    const changed = await changeClinicSettings({ actor, input: parsed.data, now });
    if (changed.ok) {
      refresh();
      return {
        status: 'saved',
        message: 'The defaults are saved. Protocols that are published keep what they say.',
      };
    }
    const { reason } = changed;
    if (reason.kind === 'stale') {
      const { theirs, last } = reason;
      const words = { mine: clinicSettingsWords(parsed.data), theirs: clinicSettingsWords(theirs) };
      return refuseStale(form, { ...words, last, zone: clinic.zone });
    }
    return refuseForm(form, `Your role in this clinic does not include this. ${KEPT}`);
  });
}
