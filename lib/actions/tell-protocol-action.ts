'use server';

import { refresh } from 'next/cache';
import { type TellProtocolReason, tellProtocol } from '#lib/operations/tell-protocol.ts';
import { atControls, momentText } from '#lib/schemas/form-moment.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { tellProtocolInput } from '#lib/schemas/protocol.ts';
import { momentProblem, refuseCase } from './case-refusal.ts';
import { formProblems } from './form-problems.ts';
import { caseAction, refuseForm } from './guard-action.ts';

const KEPT = 'This is not saved yet.';

/** Records when the family was told of a version. */
export async function tellProtocolAction(_previous: FormState, form: FormData): Promise<FormState> {
  return caseAction(form, 'protocol.publish', async ({ actor, caseId, now }) => {
    const parsed = tellProtocolInput.safeParse({
      version: form.get('version'),
      toldAt: momentText(form, 'toldAt'),
      toldById: form.get('toldById'),
    });
    if (!parsed.success) {
      return refuseForm(form, KEPT, atControls(form, formProblems(parsed.error.issues), ['toldAt']));
    }
    const told = await tellProtocol({ actor, caseId, input: parsed.data, now });
    if (!told.ok) return refusal(form, told.reason);
    refresh();
    return { status: 'saved', message: 'Saved.' };
  });
}

function refusal(form: FormData, reason: TellProtocolReason): FormState {
  switch (reason.kind) {
    case 'already-told':
      refresh();
      return refuseForm(form, 'Somebody else has recorded meanwhile when the family was told; that stands.');
    case 'version-unknown':
      return refuseForm(form, `The case has no such version. Open the page again. ${KEPT}`);
    case 'time-does-not-exist':
    case 'in-the-future':
      return refuseForm(form, KEPT, momentProblem(reason, 'toldAt'));
    default:
      return refuseCase(form, reason);
  }
}
