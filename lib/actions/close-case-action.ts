'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { type CloseCaseReason, closeCase } from '#lib/operations/close-case.ts';
import { closeCaseInput } from '#lib/schemas/case.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { refuseCase } from './case-refusal.ts';
import { formProblems } from './form-problems.ts';
import { caseAction, refuseForm } from './guard-action.ts';

const KEPT = 'The case is still open; what you typed is still here.';

/** Ends a case once its family name is typed: it leaves the worklist, its facts stay. */
export async function closeCaseAction(_previous: FormState, form: FormData): Promise<FormState> {
  return caseAction(form, 'case.close', async ({ actor, caseId, now }) => {
    const parsed = closeCaseInput.safeParse(Object.fromEntries(form));
    if (!parsed.success) return refuseForm(form, KEPT, formProblems(parsed.error.issues));
    const closed = await closeCase({ actor, caseId, input: parsed.data, now });
    if (!closed.ok) return refusal(form, closed.reason);
    refresh();
    redirect(`/cases/${caseId}/patient`);
  });
}

function refusal(form: FormData, reason: CloseCaseReason): FormState {
  switch (reason.kind) {
    case 'stale':
      refresh();
      return refuseForm(
        form,
        `Somebody else has changed the case meanwhile. Look at it as it is now, and close it again if that still holds. ${KEPT}`,
      );
    case 'name-differs':
      return refuseForm(form, KEPT, { confirmedName: 'Type the family name as it stands in the banner.' });
    case 'removal-not-recorded':
      return refuseForm(form, KEPT, {
        closedAs:
          'A completed case has had its removal, and none is recorded. Record it under Devices first.',
      });
    case 'removal-booked':
      return refuseForm(
        form,
        `A theatre is booked for this case. Record the removal or cancel the booking under Removal first. ${KEPT}`,
      );
    case 'device-in-place':
      return refuseForm(form, KEPT, {
        closedAs: `Still in place: ${reason.labels.join(', ')}. Record under Devices which operation took it out.`,
      });
    default:
      return refuseCase(form, reason);
  }
}
