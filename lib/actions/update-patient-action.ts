'use server';

import { refresh } from 'next/cache';
import { updatePatient } from '#lib/operations/update-patient.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { updatePatientInput } from '#lib/schemas/patient.ts';
import { patientWords } from '#lib/view/patient-words.ts';
import { refuseCase } from './case-refusal.ts';
import { formProblems } from './form-problems.ts';
import { caseAction, refuseForm } from './guard-action.ts';
import { refuseStale } from './refuse-stale.ts';

const KEPT = 'The patient is not saved yet; what you typed is still here.';

/** Changes what is on record of the patient of a case. */
export async function updatePatientAction(_previous: FormState, form: FormData): Promise<FormState> {
  return caseAction(form, 'patient.update', async ({ actor, caseId, clinic, now }) => {
    const parsed = updatePatientInput.safeParse({
      ...Object.fromEntries(form),
      sutureCodes: form.getAll('sutureCodes'),
    });
    if (!parsed.success) return refuseForm(form, KEPT, formProblems(parsed.error.issues));
    const updated = await updatePatient({ actor, caseId, input: parsed.data, now });
    if (updated.ok) {
      refresh();
      return { status: 'saved', message: 'The patient is saved.' };
    }
    const { reason } = updated;
    switch (reason.kind) {
      case 'stale': {
        const { theirs, last } = reason;
        const words = { mine: patientWords(parsed.data), theirs: patientWords(theirs) };
        return refuseStale(form, { ...words, last, zone: clinic.zone });
      }
      case 'mrn-taken':
        return refuseForm(form, KEPT, {
          mrn: 'This number belongs to another patient of the clinic. Check it against the wristband.',
        });
      case 'born-in-the-future':
        return refuseForm(form, KEPT, { bornDay: 'This day is still to come. Check the year.' });
      default:
        return refuseCase(form, reason);
    }
  });
}
