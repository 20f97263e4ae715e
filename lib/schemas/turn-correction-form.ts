import { amountOf } from './turn-call-form.ts';
import { typedText, type WrittenTurns } from './turn-row.ts';

/**
 * The correction of one report: its values as they should have been, or that the turn never was
 * (`retract` names the button). The fields of the form are those of a report.
 */
export function readCorrectionForm(form: FormData): WrittenTurns {
  const written: WrittenTurns = { reports: [], fields: {} };
  const text = (name: string) => typedText(form, name);
  const retracted = text('retract') === 'yes';
  const outcome = text('outcome');
  const expectedCenti = Number(text('expectedCenti')) || 0;
  const amount = retracted ? null : amountOf({ expectedCenti }, outcome, text('actuations'));
  if (typeof amount === 'string') written.fields.actuations = amount;
  const [doneDay, doneTime] = [text('doneDay'), text('doneTime')];
  if (!retracted && (doneDay === '') !== (doneTime === '')) {
    written.fields[doneDay === '' ? 'doneDay' : 'doneTime'] =
      'give both the day and the time, or leave both empty';
  }
  written.reports.push({
    values: {
      id: text('reportId'),
      deviceId: text('deviceId'),
      day: text('day'),
      slot: text('slot'),
      // What never was has no amount.
      outcome: retracted ? 'not-sure' : outcome,
      actuations: typeof amount === 'number' ? amount / 100 : null,
      doneAt: doneDay === '' || doneTime === '' || retracted ? null : `${doneDay}T${doneTime}`,
      source: text('source'),
      turnedBy: text('turnedBy'),
      checkedBy: text('checkedBy'),
      resistance: text('resistance') || 'unknown',
      pain: text('pain'),
      siteLook: text('siteLook'),
      note: text('note'),
      correctsId: text('correctsId'),
      correctionReason: text('correctionReason'),
      retracted,
    },
    fieldOf: (part) => (part === 'doneAt' ? 'doneTime' : part),
  });
  return written;
}
