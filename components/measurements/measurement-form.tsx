import { ActionForm } from '#components/forms/action-form.tsx';
import { SelectField } from '#components/forms/choice-field.tsx';
import { DateField, TimeField } from '#components/forms/date-field.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { NumberField, TextareaField } from '#components/forms/text-field.tsx';
import { recordMeasurementAction } from '#lib/actions/record-measurement-action.ts';
import { MEASUREMENT_METHODS } from '#lib/domain/measurement/measurement.ts';
import { METHOD_WORDS } from '#lib/view/case-words.ts';

const LABELS = {
  what: 'What was measured',
  valueUm: 'Value',
  uncertaintyUm: 'Uncertainty',
  method: 'How',
  takenDay: 'Day',
  takenTime: 'Time',
  note: 'Note',
};

type MeasurementFormProps = {
  caseId: string;
  measurementId: string;
  devices: readonly { id: string; label: string }[];
  today: string;
  timeNow: string;
};

/** One measurement; a device's gap and its bone are told apart by the choice itself. */
export function MeasurementForm({ caseId, measurementId, devices, today, timeNow }: MeasurementFormProps) {
  return (
    <ActionForm
      key={measurementId}
      action={recordMeasurementAction}
      labels={LABELS}
      aria-label="Measurement"
      className="max-w-xl"
    >
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="measurementId" value={measurementId} />
      <SelectField
        name="what"
        label={LABELS.what}
        placeholder="Choose"
        options={[
          ...devices.map(({ id, label }) => ({ value: `device-gap ${id}`, label: `Device gap, ${label}` })),
          ...devices.map(({ id, label }) => ({ value: `bone-gap ${id}`, label: `Bone gap, ${label}` })),
          { value: 'head-circumference', label: 'Head circumference' },
        ]}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <NumberField name="valueUm" label={LABELS.valueUm} unit="mm" hint="12.5; 44 cm are 440 mm" />
        <NumberField
          name="uncertaintyUm"
          label={LABELS.uncertaintyUm}
          unit="± mm"
          hint="As the method states it; none is assumed"
          optional
        />
        <SelectField
          name="method"
          label={LABELS.method}
          placeholder="Choose"
          options={MEASUREMENT_METHODS.map((value) => ({ value, label: METHOD_WORDS[value] }))}
        />
        <div />
        <DateField name="takenDay" label={LABELS.takenDay} defaultValue={today} max={today} />
        <TimeField name="takenTime" label={LABELS.takenTime} defaultValue={timeNow} />
      </div>
      <TextareaField name="note" label={LABELS.note} rows={2} maxLength={1000} optional />
      <SubmitButton pendingLabel="Saving…" className="justify-self-start">
        Save the measurement
      </SubmitButton>
    </ActionForm>
  );
}
