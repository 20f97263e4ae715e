'use server';

import { redirect } from 'next/navigation';
import { type OpenCaseReason, openCase } from '#lib/operations/open-case.ts';
import { atControls } from '#lib/schemas/form-moment.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { readNewCase } from '#lib/schemas/new-case-form.ts';
import { momentProblem } from './case-refusal.ts';
import { formProblems } from './form-problems.ts';
import { clinicAction, refuseForm } from './guard-action.ts';

const KEPT = 'No case was opened; what you typed is still here.';

/** Opens a case for a new patient or one on record, and goes to it. */
export async function openCaseAction(_previous: FormState, form: FormData): Promise<FormState> {
  return clinicAction(form, 'case.open', async ({ actor, now }) => {
    const read = readNewCase(form);
    if ('issues' in read)
      return refuseForm(form, KEPT, atControls(form, formProblems(read.issues), ['taughtAt']));
    const opened = await openCase({ actor, input: read.input, now });
    if (!opened.ok) return refusal(form, opened.reason);
    redirect(`/cases/${opened.value.caseId}`);
  });
}

function refusal(form: FormData, reason: OpenCaseReason): FormState {
  switch (reason.kind) {
    case 'mrn-taken':
      return mrnTaken(form, reason);
    case 'not-allowed':
      return refuseForm(form, `Your role in this clinic does not include opening a case. ${KEPT}`);
    case 'id-reused':
      return refuseForm(
        form,
        'This form was already sent with other values, and a case was opened from them: find it in the worklist. What you typed now was not saved.',
      );
    case 'surgeon-unknown':
      return refuseForm(form, KEPT, {
        surgeonId: 'This person is no longer a surgeon of the clinic. Choose another.',
      });
    case 'zone-unknown':
      return refuseForm(form, KEPT, { zone: 'The database does not know this zone. Choose a city near by.' });
    case 'patient-unknown':
      return refuseForm(form, `The clinic has no such patient on record. ${KEPT}`);
    case 'born-in-the-future':
      return refuseForm(form, KEPT, { bornDay: 'This day is still to come. Check the year.' });
    case 'teacher-unknown':
      return refuseForm(form, KEPT, {
        taughtById: 'This person no longer works in the clinic. Choose another.',
      });
    case 'time-does-not-exist':
    case 'in-the-future':
      return refuseForm(form, KEPT, momentProblem(reason, 'taughtAt'));
  }
}

function mrnTaken(
  form: FormData,
  { openCaseIds, latestCaseId }: Extract<OpenCaseReason, { kind: 'mrn-taken' }>,
): FormState {
  const [openCaseId] = openCaseIds;
  const message = openCaseId
    ? 'The clinic has a patient with this MRN, who has an open case.'
    : 'The clinic has a patient with this MRN, whose cases are closed.';
  const see = openCaseId
    ? { href: `/cases/${openCaseId}`, label: 'Go to the open case of this patient' }
    : latestCaseId && {
        href: `/cases/new?from=${latestCaseId}`,
        label: 'Open another case for this patient',
      };
  const refused = refuseForm(form, `${message} ${KEPT}`, {
    mrn: 'This number belongs to a patient on record. Check it against the wristband.',
  });
  return see ? { ...refused, ...{ see } } : refused;
}
