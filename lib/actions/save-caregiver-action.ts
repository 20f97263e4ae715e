'use server';

import { redirect } from 'next/navigation';
import { type SaveCaregiverReason, saveCaregiver } from '#lib/operations/save-caregiver.ts';
import { type SaveCaregiverInput, saveCaregiverInput } from '#lib/schemas/caregiver.ts';
import { atControls } from '#lib/schemas/form-moment.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { caregiverTyped } from '#lib/schemas/new-case-form.ts';
import { caregiverWords } from '#lib/view/patient-words.ts';
import { momentProblem, refuseCase } from './case-refusal.ts';
import { formProblems } from './form-problems.ts';
import { caseAction, refuseForm } from './guard-action.ts';
import { refuseStale, shownZone } from './refuse-stale.ts';

const KEPT = 'The caregiver is not saved yet; what you typed is still here.';

/** Adds a caregiver to the patient of a case, or changes one. */
export async function saveCaregiverAction(_previous: FormState, form: FormData): Promise<FormState> {
  return caseAction(form, 'patient.update', async ({ actor, caseId, clinic, now }) => {
    const parsed = saveCaregiverInput.safeParse(caregiverTyped(form));
    if (!parsed.success) {
      return refuseForm(form, KEPT, atControls(form, formProblems(parsed.error.issues), ['taughtAt']));
    }
    const saved = await saveCaregiver({ actor, caseId, input: parsed.data, now });
    if (!saved.ok) return refusal(form, saved.reason, parsed.data, shownZone(form, clinic.zone));
    redirect(`/cases/${caseId}/patient#caregivers`);
  });
}

function refusal(
  form: FormData,
  reason: SaveCaregiverReason,
  input: SaveCaregiverInput,
  zone: string,
): FormState {
  switch (reason.kind) {
    case 'stale': {
      const { theirs, last } = reason;
      const words = { mine: caregiverWords(input, zone), theirs: caregiverWords(theirs, zone) };
      return refuseStale(form, { ...words, last, zone });
    }
    case 'caregiver-unknown':
      return refuseForm(form, `The patient has no such caregiver. ${KEPT}`);
    case 'teacher-unknown':
      return refuseForm(form, KEPT, {
        taughtById: 'This person no longer works in the clinic. Choose another.',
      });
    case 'time-does-not-exist':
    case 'in-the-future':
      return refuseForm(form, KEPT, momentProblem(reason, 'taughtAt'));
    default:
      return refuseCase(form, reason);
  }
}
