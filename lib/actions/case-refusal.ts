import type { CaseReason } from '#lib/operations/in-case.ts';
import type { MomentRefusal } from '#lib/operations/resolve-moment.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { refuseForm } from './guard-action.ts';

const KEPT = 'Nothing was saved; what you typed is still here.';

/** Why any write to a case is refused, with what was typed. */
export function refuseCase(form: FormData, reason: CaseReason): FormState {
  switch (reason.kind) {
    case 'not-found':
      return refuseForm(form, `There is no such case in this clinic any more. ${KEPT}`);
    case 'not-allowed':
      return refuseForm(form, `Your role in this clinic does not include this. ${KEPT}`);
    case 'case-closed':
      return refuseForm(form, `The case is closed, so nothing is added to its course. ${KEPT}`);
    case 'id-reused':
      return refuseForm(
        form,
        'This form was already sent with other values, which are kept. Open the page again to see them; what you typed now was not saved.',
      );
  }
}

/** The control at fault and its sentence, where a time cannot be true. `name` is the stem of its two controls. */
export function momentProblem(reason: MomentRefusal<string>, name: string): Record<string, string> {
  return reason.kind === 'time-does-not-exist'
    ? {
        [`${name}Time`]: `The clocks of ${reason.zone} skip this time on that day. Give the time after the change.`,
      }
    : { [`${name}Day`]: 'This lies ahead of the clock. Give a time that has passed.' };
}
