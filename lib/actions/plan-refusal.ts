import type { PlanReason } from '#lib/operations/in-theatre-plan.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { refuseForm } from './guard-action.ts';

export const PLAN_KEPT = 'Nothing was changed; what you typed is still here.';

/** Why a change of the theatre plan is refused, with what was typed. */
export function refusePlan(form: FormData, reason: PlanReason): FormState {
  switch (reason.kind) {
    case 'not-allowed':
      return refuseForm(form, `Your role in this clinic does not include this. ${PLAN_KEPT}`);
    case 'not-found':
      return refuseForm(form, `The clinic has no such thing any more. Open the page again. ${PLAN_KEPT}`);
    case 'name-taken':
      return refuseForm(form, PLAN_KEPT, { name: 'This name is in use already.' });
    case 'stale':
      return refuseForm(form, `Somebody else has changed this meanwhile. Open the page again. ${PLAN_KEPT}`);
  }
}
