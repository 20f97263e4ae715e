'use server';

import { redirect } from 'next/navigation';
import { MOST_COMPLICATIONS, MOST_VISITS } from '#lib/domain/removal/removal-facts.ts';
import { type RemovalReason, recordRemoval } from '#lib/operations/record-removal.ts';
import { atControls, controlText, momentText } from '#lib/schemas/form-moment.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { recordRemovalInput } from '#lib/schemas/removal.ts';
import { momentProblem, refuseCase } from './case-refusal.ts';
import { formProblems } from './form-problems.ts';
import { caseAction, refuseForm } from './guard-action.ts';

const KEPT = 'The removal is not recorded yet; what you typed is still here.';

/** Records that the hardware came out, with what was found, what went wrong and what was planned. */
export async function recordRemovalAction(_previous: FormState, form: FormData): Promise<FormState> {
  return caseAction(form, 'operation.record', async ({ actor, caseId, now }) => {
    const rows = {
      visits: rowsOf(form, MOST_VISITS, VISIT_FIELDS, ['day', 'purpose']),
      complications: rowsOf(form, MOST_COMPLICATIONS, COMPLICATION_FIELDS, ['kind', 'note']),
    };
    const parsed = recordRemovalInput.safeParse({
      ...Object.fromEntries(form),
      startedAt: momentText(form, 'startedAt'),
      endedAt: momentText(form, 'endedAt'),
      removedDeviceIds: form.getAll('removedDeviceIds'),
      visits: rows.visits.map(({ values }) => values),
      complications: rows.complications.map(({ values }) => ({
        ...values,
        settled: values.settled === 'yes',
      })),
    });
    if (!parsed.success) return refuseUnread(form, parsed.error.issues, rows);
    const recorded = await recordRemoval({ actor, caseId, input: parsed.data, now });
    if (!recorded.ok) return refusal(form, recorded.reason, rows.complications);
    const saved = parsed.data.correctsId === null ? 'removed' : 'report';
    redirect(`/cases/${caseId}/removal?saved=${recorded.value.isCompleted ? 'completed' : saved}`);
  });
}

const VISIT_FIELDS = { id: 'visitId', day: 'visitDay', purpose: 'visitPurpose' };
const COMPLICATION_FIELDS = {
  id: 'complicationId',
  kind: 'complicationKind',
  failure: 'complicationFailure',
  deviceId: 'complicationDevice',
  clavienDindo: 'complicationClavienDindo',
  severity: 'complicationSeverity',
  note: 'complicationNote',
  settled: 'complicationSettled',
};

/** A line of a list in the form: its number there, and what was typed. */
type Row = { row: number; values: Record<string, string>; controls: Record<string, string> };

/** The lines of a list in which one of the controls that `says` something was filled in. */
function rowsOf(
  form: FormData,
  most: number,
  fields: Record<string, string>,
  says: readonly string[],
): Row[] {
  return Array.from({ length: most }, (_, index) => index + 1).flatMap((row) => {
    const controls = Object.fromEntries(Object.entries(fields).map(([key, stem]) => [key, `${stem}${row}`]));
    const values = Object.fromEntries(
      Object.entries(controls).map(([key, control]) => [key, controlText(form, control)]),
    );
    return says.some((key) => values[key] !== '') ? [{ row, values, controls }] : [];
  });
}

function refuseUnread(
  form: FormData,
  issues: readonly { path: PropertyKey[]; message: string }[],
  rows: { visits: readonly Row[]; complications: readonly Row[] },
): FormState {
  const found = issues.map(({ path, message }) => {
    const [list, place, field] = path;
    const row = list === 'visits' || list === 'complications' ? rows[list][Number(place)] : undefined;
    return { path: row ? [row.controls[String(field)] ?? String(list)] : path, message };
  });
  return refuseForm(form, KEPT, atControls(form, formProblems(found), ['startedAt', 'endedAt']));
}

function refusal(form: FormData, reason: RemovalReason, complications: readonly Row[]): FormState {
  switch (reason.kind) {
    case 'time-does-not-exist':
    case 'in-the-future':
      return refuseForm(form, KEPT, momentProblem(reason, reason.field));
    case 'ends-before-it-starts':
      return refuseForm(form, KEPT, { endedAtTime: 'The end lies before the start.' });
    case 'takes-too-long':
      return refuseForm(form, KEPT, {
        endedAtDay: 'This is more than 24 hours after the start. Check both days.',
      });
    case 'removed-before':
      return refuseForm(
        form,
        `The removal is recorded already, and nothing is in place: correct it under Devices. ${KEPT}`,
      );
    case 'nothing-taken-out':
      return refuseForm(form, KEPT, { removedDeviceIds: 'Tick what was taken out.' });
    case 'may-not-record-complications':
      return refuseForm(form, `Complications are recorded by a surgeon or a nurse. ${KEPT}`);
    case 'complication-device-unknown':
      return refuseForm(form, KEPT, {
        [complications[reason.place]?.controls.deviceId ?? 'complications']:
          'The case has no such device any more. Choose another.',
      });
    case 'device-unknown':
    case 'device-removed':
    case 'label-taken':
      return refuseForm(form, KEPT, {
        removedDeviceIds: 'What is in place has changed meanwhile. Open the page again to see it.',
      });
    case 'before-index':
    case 'before-placement':
      return refuseForm(form, KEPT, { endedAtDay: 'This lies before the device was placed.' });
    case 'not-the-removal':
      return refuseForm(
        form,
        `Hardware is in place, or another operation took out the last of it: that operation was no removal. Record the removal by itself. ${KEPT}`,
      );
    case 'index-exists':
    case 'reported-before':
    case 'correction-of-unknown':
      return refuseForm(
        form,
        `The operations of the case have changed meanwhile. Open the page again. ${KEPT}`,
      );
    default:
      return refuseCase(form, reason);
  }
}
