'use server';

import { redirect } from 'next/navigation';
import { type OperationReason, recordOperation } from '#lib/operations/record-operation.ts';
import { atControls, momentText } from '#lib/schemas/form-moment.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { operationInput } from '#lib/schemas/operation.ts';
import { momentProblem, refuseCase } from './case-refusal.ts';
import { formProblems } from './form-problems.ts';
import { caseAction, refuseForm } from './guard-action.ts';

const KEPT = 'The operation is not saved yet; what you typed is still here.';

/** Records an operation that took place, or the correction of one; `then`: that of an exchange leads back to it. */
export async function recordOperationAction(_previous: FormState, form: FormData): Promise<FormState> {
  return caseAction(form, 'operation.record', async ({ actor, caseId, now }) => {
    const parsed = operationInput.safeParse({
      ...Object.fromEntries(form),
      endedAt: momentText(form, 'endedAt'),
      removedDeviceIds: form.has('retracted') ? [] : form.getAll('removedDeviceIds'),
      retracted: form.has('retracted'),
    });
    if (!parsed.success) {
      return refuseForm(form, KEPT, atControls(form, formProblems(parsed.error.issues), ['endedAt']));
    }
    const recorded = await recordOperation({ actor, caseId, input: parsed.data, now });
    if (!recorded.ok) return refusal(form, recorded.reason);
    if (recorded.value.isCompleted) redirect(`/cases/${caseId}/removal?saved=completed`);
    redirect(
      form.get('then') === 'exchange'
        ? `/cases/${caseId}/protocol?write=exchange#write`
        : `/cases/${caseId}/devices`,
    );
  });
}

function refusal(form: FormData, reason: OperationReason): FormState {
  switch (reason.kind) {
    case 'index-exists':
      return refuseForm(form, `The index operation is recorded already: correct that one. ${KEPT}`);
    case 'correction-of-unknown':
      return refuseForm(
        form,
        `This operation was corrected by somebody else meanwhile. Open the page again to see it as it stands. ${KEPT}`,
      );
    case 'before-index':
      return refuseForm(form, KEPT, {
        endedAtDay: 'This is before the index operation ended. Check the day.',
      });
    case 'before-placement':
      return refuseForm(form, KEPT, {
        endedAtDay: 'A device that it took out was placed after this. Check the day, or the device.',
      });
    case 'device-unknown':
      return refuseForm(form, KEPT, { removedDeviceIds: 'One of these is no device of this case.' });
    case 'device-removed':
      return refuseForm(form, KEPT, {
        removedDeviceIds: 'Another operation took one of these out already. Take its tick away.',
      });
    case 'label-taken':
      return refuseForm(
        form,
        `A device that would be in place again has the same label as one placed since. Give one of the two another label first. ${KEPT}`,
      );
    case 'time-does-not-exist':
    case 'in-the-future':
      return refuseForm(form, KEPT, momentProblem(reason, 'endedAt'));
    default:
      return refuseCase(form, reason);
  }
}
