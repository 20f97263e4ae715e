import type { CorrectComplicationReason } from '#lib/operations/correct-complication.ts';
import type { DecideComplicationReason } from '#lib/operations/decide-complication.ts';
import type { FollowComplicationReason } from '#lib/operations/follow-complication.ts';
import type { RecordComplicationReason } from '#lib/operations/record-complication.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { formatDay } from '#lib/view/format-date.ts';
import { protocolProblemWords } from '#lib/view/protocol-problem-words.ts';
import { turnProblemWords } from '#lib/view/turn-problem-words.ts';
import { refuseCase } from './case-refusal.ts';
import { refuseForm } from './guard-action.ts';

const KEPT = 'It is not saved yet; what you typed is still here.';

/** What a form of complications could not be read as. */
export function refuseUnread(form: FormData, problems: Readonly<Record<string, string>>): FormState {
  return refuseForm(form, KEPT, problems);
}

/** Why a complication or one of its steps is refused, at the field that is at fault. */
export function refuseComplication(
  form: FormData,
  reason:
    | RecordComplicationReason
    | CorrectComplicationReason
    | FollowComplicationReason
    | DecideComplicationReason,
): FormState {
  switch (reason.kind) {
    case 'device-unknown':
      return refuseForm(form, KEPT, {
        deviceId:
          'This device does not belong to this case. Open the page again and choose one of its devices.',
      });
    case 'day-in-the-future':
      return refuseForm(form, KEPT, { [reason.field]: 'This day has not come yet. Check the day.' });
    case 'before-placement':
      return refuseForm(form, KEPT, {
        onsetDay: `This is before the device was placed on ${formatDay(reason.placedDay)}. Check the day.`,
      });
    case 'no-protocol':
    case 'no-session-to-come':
    case 'device-not-planned':
    case 'not-slower':
    case 'amount-missing':
    case 'over-already':
      return refuseForm(form, KEPT, { [reason.field]: turnProblemWords(reason) });
    case 'impossible':
      return refuseForm(form, KEPT, {
        course: reason.problems.map((problem) => protocolProblemWords(problem, []).sentence).join(' '),
      });
    case 'before-onset':
      return refuseForm(form, KEPT, {
        onDay: `This is before it began on ${formatDay(reason.onsetDay)}. Check the day.`,
      });
    case 'already-so':
      return refuseForm(form, KEPT, {
        kind: `It is ${reason.status} already: somebody else recorded that meanwhile. Open the page again.`,
      });
    case 'complication-unknown':
    case 'correction-of-unknown':
      return refuseForm(
        form,
        `Somebody else corrected or withdrew this meanwhile. Open the page again to see it as it stands. ${KEPT}`,
      );
    default:
      return refuseCase(form, reason);
  }
}
