import { ActionForm } from '#components/forms/action-form.tsx';
import { CheckboxField, SelectField } from '#components/forms/choice-field.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { NumberField, TextareaField } from '#components/forms/text-field.tsx';
import { MomentFields } from '#components/intake/moment-fields.tsx';
import { recordCranialMeasurementAction } from '#lib/actions/record-cranial-measurement-action.ts';
import type { CranialValues } from '#lib/view/cranial-rows.ts';
import { CRANIAL_METHOD_WORDS, CRANIAL_WORDS, FINDING_WORDS } from '#lib/view/cranial-words.ts';
import { choicesOf } from '#lib/view/intake-words.ts';

const LABELS = {
  kind: 'What was measured',
  value: 'Value',
  uncertainty: 'Uncertainty',
  finding: 'What fundoscopy showed',
  method: 'How',
  takenAtDay: 'Taken, day',
  takenAtTime: 'Taken, time',
  note: 'Note',
  correctionReason: 'Why it is corrected',
};

export type CranialFormDraft = {
  id: string;
  day: string;
  time: string;
  corrects: (CranialValues & { id: string; words: string }) | null;
};

/** A measurement of the head as a whole, or the correction of one. */
export function CranialForm({ caseId, draft }: { caseId: string; draft: CranialFormDraft }) {
  const { id, day, time, corrects } = draft;
  return (
    <ActionForm
      action={recordCranialMeasurementAction}
      labels={LABELS}
      aria-label={corrects ? `Correct: ${corrects.words}` : 'Measurement of the head'}
      className="max-w-3xl"
    >
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="id" value={id} />
      {corrects ? (
        <>
          <input type="hidden" name="correctsId" value={corrects.id} />
          <input type="hidden" name="kind" value={corrects.kind} />
        </>
      ) : null}
      <div className="grid gap-4 sm:grid-cols-2">
        {corrects ? null : (
          <SelectField
            name="kind"
            label={LABELS.kind}
            placeholder="Choose"
            options={choicesOf(CRANIAL_WORDS)}
          />
        )}
        <SelectField
          name="method"
          label={LABELS.method}
          placeholder="Choose"
          options={choicesOf(CRANIAL_METHOD_WORDS)}
          defaultValue={corrects?.method}
        />
        <NumberField
          name="value"
          label={LABELS.value}
          unit="mL or index"
          hint="A volume in mL, 1125.6; an index as a part of one, 0.85"
          defaultValue={corrects?.value}
          optional
        />
        <NumberField
          name="uncertainty"
          label={LABELS.uncertainty}
          unit="±"
          hint="In the unit of the value; none is assumed"
          defaultValue={corrects?.uncertainty}
          optional
        />
        <SelectField
          name="finding"
          label={LABELS.finding}
          placeholder="No fundoscopy"
          options={choicesOf(FINDING_WORDS)}
          defaultValue={corrects?.finding}
          optional
        />
      </div>
      <MomentFields name="takenAt" label="Taken" day={day} time={time} />
      <TextareaField
        name="note"
        label={LABELS.note}
        rows={2}
        maxLength={1000}
        defaultValue={corrects?.note}
        optional
      />
      {corrects ? (
        <>
          <TextareaField name="correctionReason" label={LABELS.correctionReason} rows={2} maxLength={1000} />
          <CheckboxField name="retracted" label="It never was: withdraw it" />
        </>
      ) : null}
      <SubmitButton pendingLabel="Saving…" className="justify-self-start">
        {corrects ? 'Save the correction' : 'Save the measurement'}
      </SubmitButton>
    </ActionForm>
  );
}
