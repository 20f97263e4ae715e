'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { type MeasurementReason, recordMeasurement } from '#lib/operations/record-measurement.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { measurementInput } from '#lib/schemas/measurement.ts';
import { formProblems } from './form-problems.ts';
import { caseAction, refuseForm } from './guard-action.ts';

const KEPT = 'The measurement was not saved; what you typed is still here.';

/** The form's field for a part of a measurement. */
const FIELDS: Readonly<Record<string, string>> = {
  kind: 'what',
  deviceId: 'what',
  takenAt: 'takenTime',
  id: 'what',
  correctsId: 'what',
};

function refusalWords(reason: MeasurementReason): string {
  switch (reason.kind) {
    case 'not-found':
      return 'There is no such case in this clinic.';
    case 'not-allowed':
      return 'Your role in this clinic does not include recording measurements.';
    case 'case-closed':
      return 'This case is closed: reopen it before recording measurements.';
    case 'id-reused':
      return 'This form was sent before with other values. Open the page again to see what was kept.';
    case 'correction-of-unknown':
      return 'Somebody else has corrected this measurement meanwhile, or it was of another kind. Open the page again to see it as it stands.';
    case 'device-unknown':
      return 'This device does not belong to this case. Open the page again and choose one of its devices.';
    case 'time-does-not-exist':
      return `The clocks in ${reason.zone.replaceAll('_', ' ')} go forward over this time that night. Write the time that the clock showed.`;
    case 'in-the-future':
      return 'This time has not come yet. Check the day and the time.';
    case 'before-placement':
      return 'This is before the device was placed. Check the day, or the placement on the page of devices.';
    case 'after-removal':
      return 'This is after the device was taken out. Check the day.';
  }
}

/** Records a measurement, or corrects or withdraws one, and shows the list. */
export async function recordMeasurementAction(_previous: FormState, form: FormData): Promise<FormState> {
  return caseAction(form, 'measurement.record', async ({ actor, caseId, now }) => {
    const text = (name: string) => String(form.get(name) ?? '').trim();
    // `device-gap <id>`, or `head-circumference` alone.
    const [kind, deviceId = ''] = text('what').split(' ');
    const input = measurementInput.safeParse({
      id: text('measurementId'),
      kind,
      deviceId,
      takenAt: `${text('takenDay')} ${text('takenTime')}`,
      valueUm: text('valueUm'),
      uncertaintyUm: text('uncertaintyUm'),
      method: text('method'),
      note: text('note'),
      correctsId: text('correctsId'),
      correctionReason: text('correctionReason'),
      retracted: form.has('retract'),
    });
    if (!input.success) {
      const issues = input.error.issues.map((issue) => ({
        ...issue,
        path: [fieldOf(String(issue.path[0]))],
      }));
      return refuseForm(form, KEPT, formProblems(issues));
    }
    const result = await recordMeasurement({ actor, caseId, input: input.data, now });
    if (!result.ok) {
      const { reason } = result;
      if (!('field' in reason)) return refuseForm(form, `${refusalWords(reason)} ${KEPT}`);
      return refuseForm(form, KEPT, { [fieldOf(reason.field)]: refusalWords(reason) });
    }
    refresh();
    redirect(`/cases/${caseId}/measurements?saved=1`);
  });
}

function fieldOf(part: string): string {
  return FIELDS[part] ?? part;
}
