'use server';

import { refresh } from 'next/cache';
import { type TellDecisionReason, tellDecision } from '#lib/operations/tell-decision.ts';
import { tellDecisionInput } from '#lib/schemas/course-event.ts';
import { atControls, momentText } from '#lib/schemas/form-moment.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { momentProblem, refuseCase } from './case-refusal.ts';
import { formProblems } from './form-problems.ts';
import { caseAction, refuseForm } from './guard-action.ts';

const KEPT = 'This is not saved yet.';

/** Records when the family was told of a decision about the course. */
export async function tellDecisionAction(_previous: FormState, form: FormData): Promise<FormState> {
  return caseAction(form, 'course.record', async ({ actor, caseId, now }) => {
    const parsed = tellDecisionInput.safeParse({
      ...Object.fromEntries(form),
      toldAt: momentText(form, 'toldAt'),
    });
    if (!parsed.success) {
      return refuseForm(form, KEPT, atControls(form, formProblems(parsed.error.issues), ['toldAt']));
    }
    const told = await tellDecision({ actor, caseId, input: parsed.data, now });
    if (!told.ok) return refusal(form, told.reason);
    refresh();
    return { status: 'saved', message: 'Saved.' };
  });
}

function refusal(form: FormData, reason: TellDecisionReason): FormState {
  switch (reason.kind) {
    case 'already-told':
      refresh();
      return refuseForm(form, 'Somebody else has recorded meanwhile when the family was told; that stands.');
    case 'decision-unknown':
      return refuseForm(form, `This decision was corrected meanwhile. Open the page again. ${KEPT}`);
    case 'time-does-not-exist':
    case 'in-the-future':
      return refuseForm(form, KEPT, momentProblem(reason, 'toldAt'));
    default:
      return refuseCase(form, reason);
  }
}
