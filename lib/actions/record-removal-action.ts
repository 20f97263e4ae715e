'use server';

import { redirect } from 'next/navigation';
import { MOST_VISITS } from '#lib/domain/removal/removal-facts.ts';
import { type RemovalReason, recordRemoval } from '#lib/operations/record-removal.ts';
import { atControls, controlText, momentText } from '#lib/schemas/form-moment.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { recordRemovalInput } from '#lib/schemas/removal.ts';
import { momentProblem, refuseCase } from './case-refusal.ts';
import { formProblems } from './form-problems.ts';
import { caseAction, refuseForm } from './guard-action.ts';

const KEPT = 'The removal is not recorded yet; what you typed is still here.';

/** Records that the hardware came out, with what was found and what was planned; may complete the case with it. */
export async function recordRemovalAction(_previous: FormState, form: FormData): Promise<FormState> {
  return caseAction(form, 'operation.record', async ({ actor, caseId, now }) => {
    const rows = visitRows(form);
    const parsed = recordRemovalInput.safeParse({
      ...Object.fromEntries(form),
      startedAt: momentText(form, 'startedAt'),
      endedAt: momentText(form, 'endedAt'),
      removedDeviceIds: form.getAll('removedDeviceIds'),
      visits: rows.map(({ row: _, ...visit }) => visit),
      closing: form.get('closing') === 'yes',
    });
    if (!parsed.success) {
      const { issues } = parsed.error;
      const problems = formProblems(issues.filter(({ path }) => path[0] !== 'visits'));
      const atRows = Object.fromEntries(
        issues.flatMap(({ path, message }) =>
          path[0] === 'visits'
            ? [
                [
                  `${path[2] === 'purpose' ? 'visitPurpose' : 'visitDay'}${rows[Number(path[1])]?.row ?? 1}`,
                  `${message}.`,
                ],
              ]
            : [],
        ),
      );
      return refuseForm(form, KEPT, { ...atControls(form, problems, ['startedAt', 'endedAt']), ...atRows });
    }
    const recorded = await recordRemoval({ actor, caseId, input: parsed.data, now });
    if (!recorded.ok) return refusal(form, recorded.reason);
    redirect(`/cases/${caseId}/removal?saved=removed`);
  });
}

/** The rows of planned visits in which something was typed. */
function visitRows(form: FormData) {
  return Array.from({ length: MOST_VISITS }, (_, index) => index + 1).flatMap((row) => {
    const [day, purpose] = [controlText(form, `visitDay${row}`), controlText(form, `visitPurpose${row}`)];
    return day === '' && purpose === ''
      ? []
      : [{ row, id: controlText(form, `visitId${row}`), day, purpose }];
  });
}

function refusal(form: FormData, reason: RemovalReason): FormState {
  switch (reason.kind) {
    case 'time-does-not-exist':
    case 'in-the-future':
      return refuseForm(form, KEPT, momentProblem(reason, reason.field));
    case 'ends-before-it-starts':
      return refuseForm(form, KEPT, { endedAtTime: 'The end lies before the start.' });
    case 'removed-before':
      return refuseForm(form, `A removal is recorded already: correct that one under Devices. ${KEPT}`);
    case 'nothing-taken-out':
      return refuseForm(form, KEPT, { removedDeviceIds: 'Tick what was taken out.' });
    case 'device-stays':
      return refuseForm(form, KEPT, {
        closing: `Still in place: ${reason.labels.join(', ')}. A case is completed when every device is out.`,
      });
    case 'may-not-close':
      return refuseForm(form, KEPT, { closing: 'Only a surgeon or a nurse can close a case.' });
    case 'device-unknown':
    case 'device-removed':
    case 'label-taken':
      return refuseForm(form, KEPT, {
        removedDeviceIds: 'What is in place has changed meanwhile. Open the page again to see it.',
      });
    case 'before-index':
    case 'before-placement':
      return refuseForm(form, KEPT, { endedAtDay: 'This lies before the device was placed.' });
    case 'index-exists':
    case 'correction-of-unknown':
      return refuseForm(
        form,
        `The operations of the case have changed meanwhile. Open the page again. ${KEPT}`,
      );
    default:
      return refuseCase(form, reason);
  }
}
