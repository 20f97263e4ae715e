import { ActionForm } from '#components/forms/action-form.tsx';
import { SelectField } from '#components/forms/choice-field.tsx';
import { DateField, TimeField } from '#components/forms/date-field.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { NumberField, TextareaField } from '#components/forms/text-field.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { recordMeasurementAction } from '#lib/actions/record-measurement-action.ts';
import { MEASUREMENT_METHODS } from '#lib/domain/measurement/measurement.ts';
import { METHOD_WORDS } from '#lib/view/case-words.ts';
import type { MeasurementDraft } from '#lib/view/measurement-form.ts';

const LABELS = {
  what: 'What was measured',
  valueUm: 'Value',
  uncertaintyUm: 'Uncertainty',
  method: 'How',
  takenDay: 'Day',
  takenTime: 'Time',
  note: 'Note',
  correctionReason: 'Reason',
};

type MeasurementFormProps = { caseId: string; draft: MeasurementDraft; today: string };

/**
 * One measurement, or the correction of one: the original stays in the record. A device's gap and its bone are told
 * apart by the choice itself.
 */
export function MeasurementForm({ caseId, draft, today }: MeasurementFormProps) {
  const { corrects } = draft;
  return (
    <ActionForm
      action={recordMeasurementAction}
      labels={LABELS}
      aria-label={corrects ? 'Correction of a measurement' : 'Measurement'}
      className="max-w-xl"
    >
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="measurementId" value={draft.id} />
      {corrects ? (
        <>
          <input type="hidden" name="correctsId" value={corrects.id} />
          <p className="font-medium">{corrects.words}</p>
          <TextareaField name="correctionReason" label={LABELS.correctionReason} rows={2} maxLength={1000} />
        </>
      ) : null}
      <SelectField
        name="what"
        label={LABELS.what}
        placeholder="Choose"
        options={draft.choices}
        defaultValue={draft.what}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <NumberField
          name="valueUm"
          label={LABELS.valueUm}
          unit="mm"
          hint="12.5; 44 cm are 440 mm"
          defaultValue={draft.value}
        />
        <NumberField
          name="uncertaintyUm"
          label={LABELS.uncertaintyUm}
          unit="± mm"
          hint="As the method states it; none is assumed"
          defaultValue={draft.uncertainty}
          optional
        />
        <SelectField
          name="method"
          label={LABELS.method}
          placeholder="Choose"
          options={MEASUREMENT_METHODS.map((value) => ({ value, label: METHOD_WORDS[value] }))}
          defaultValue={draft.method}
        />
        <div />
        <DateField name="takenDay" label={LABELS.takenDay} defaultValue={draft.day} max={today} />
        <TimeField name="takenTime" label={LABELS.takenTime} defaultValue={draft.time} />
      </div>
      <TextareaField
        name="note"
        label={LABELS.note}
        rows={2}
        maxLength={1000}
        defaultValue={draft.note}
        optional
      />
      <div className="flex flex-wrap gap-2">
        <SubmitButton pendingLabel="Saving…">
          {corrects ? 'Save the correction' : 'Save the measurement'}
        </SubmitButton>
        {corrects ? (
          <>
            <SubmitButton variant="danger" name="retract" value="yes" pendingLabel="Withdrawing…">
              Withdraw: it was never measured
            </SubmitButton>
            <ButtonLink href={`/cases/${caseId}/measurements`} variant="quiet">
              Leave it as it is
            </ButtonLink>
          </>
        ) : null}
      </div>
    </ActionForm>
  );
}
