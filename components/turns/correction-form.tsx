import { ActionForm } from '#components/forms/action-form.tsx';
import { SelectField } from '#components/forms/choice-field.tsx';
import { DateField, TimeField } from '#components/forms/date-field.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { NumberField, TextareaField, TextField } from '#components/forms/text-field.tsx';
import { correctTurnAction } from '#lib/actions/correct-turn-action.ts';
import { RESISTANCES } from '#lib/domain/turn/report.ts';
import type { CorrectionStart } from '#lib/view/slot-record.ts';
import { BACK_HINT, RESISTANCE_WORDS } from '#lib/view/turn-words.ts';
import { outcomeOptions } from './outcome-options.ts';

const LABELS = {
  outcome: 'What happened',
  actuations: 'Actuations',
  day: 'Day of the slot',
  slot: 'Slot',
  doneDay: 'Turned on',
  doneTime: 'Turned at',
  resistance: 'Resistance',
  pain: 'Pain',
  siteLook: 'Look of the site',
  turnedBy: 'Turned by',
  checkedBy: 'Checked by',
  note: 'Note',
  correctionReason: 'Reason',
};

type CorrectionFormProps = { caseId: string; place: string; reportId: string; start: CorrectionStart };

/** Corrects a report or says that it never was; the original stays in the record. */
export function CorrectionForm({ caseId, place, reportId, start }: CorrectionFormProps) {
  return (
    <details>
      <summary className="cursor-pointer text-accent underline">
        {start.isWithdrawn ? 'Bring this report back' : 'Correct or withdraw this report'}
      </summary>
      <ActionForm
        key={start.correctsId}
        action={correctTurnAction}
        labels={LABELS}
        aria-label="Correction"
        className="pt-3"
      >
        <input type="hidden" name="caseId" value={caseId} />
        <input type="hidden" name="place" value={place} />
        <input type="hidden" name="reportId" value={reportId} />
        <input type="hidden" name="correctsId" value={start.correctsId} />
        <input type="hidden" name="deviceId" value={start.deviceId} />
        <input type="hidden" name="source" value={start.source} />
        <input type="hidden" name="expectedCenti" value={start.expectedCenti} />
        <TextareaField name="correctionReason" label={LABELS.correctionReason} rows={2} maxLength={600} />
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            name="outcome"
            label={LABELS.outcome}
            options={outcomeOptions()}
            defaultValue={start.outcome}
          />
          <NumberField
            name="actuations"
            label={LABELS.actuations}
            hint={`${start.expectedCenti < 0 ? BACK_HINT : '1, 0.5 or 1/3'}; empty for not sure`}
            defaultValue={start.amount}
            optional
          />
          <DateField name="day" label={LABELS.day} defaultValue={start.day} />
          <NumberField name="slot" label={LABELS.slot} defaultValue={String(start.slot)} />
          <DateField name="doneDay" label={LABELS.doneDay} defaultValue={start.doneDay} optional />
          <TimeField name="doneTime" label={LABELS.doneTime} defaultValue={start.doneTime} optional />
          <TextField
            name="turnedBy"
            label={LABELS.turnedBy}
            defaultValue={start.turnedBy}
            optional
            maxLength={80}
          />
          <TextField
            name="checkedBy"
            label={LABELS.checkedBy}
            defaultValue={start.checkedBy}
            optional
            maxLength={80}
          />
          <SelectField
            name="resistance"
            label={LABELS.resistance}
            options={RESISTANCES.map((value) => ({ value, label: RESISTANCE_WORDS[value] }))}
            defaultValue={start.resistance}
          />
          <NumberField name="pain" label={LABELS.pain} unit="of 10" defaultValue={start.pain} optional />
        </div>
        <TextField
          name="siteLook"
          label={LABELS.siteLook}
          defaultValue={start.siteLook}
          optional
          maxLength={80}
        />
        <TextareaField
          name="note"
          label={LABELS.note}
          defaultValue={start.note}
          optional
          rows={2}
          maxLength={600}
        />
        <div className="flex flex-wrap gap-2">
          <SubmitButton pendingLabel="Saving…">Save the correction</SubmitButton>
          {start.isWithdrawn ? null : (
            <SubmitButton variant="danger" name="retract" value="yes" pendingLabel="Withdrawing…">
              Withdraw: this turn never was
            </SubmitButton>
          )}
        </div>
      </ActionForm>
    </details>
  );
}
