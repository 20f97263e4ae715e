import { ActionForm } from '#components/forms/action-form.tsx';
import { RadioField, SelectField } from '#components/forms/choice-field.tsx';
import { DateField } from '#components/forms/date-field.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { TextareaField, TextField } from '#components/forms/text-field.tsx';
import { recordRecallAction } from '#lib/actions/record-recall-action.ts';
import { LEVEL_WORDS } from '#lib/view/case-words.ts';
import { type Choice, choicesOf } from '#lib/view/intake-words.ts';

const LABELS = {
  modelId: 'Model',
  lot: 'Lot',
  serial: 'Serial number',
  level: 'How soon somebody looks',
  reason: 'What is wrong',
  reference: 'Published as',
  issuedDay: 'Published on',
};

type RecallFormProps = { recallId: string; models: readonly Choice[]; today: string };

/** A recall: what it names is looked for together, so a lot alone covers that lot of every model. */
export function RecallForm({ recallId, models, today }: RecallFormProps) {
  return (
    <ActionForm
      action={recordRecallAction}
      labels={LABELS}
      aria-label="Record a recall"
      className="max-w-3xl"
    >
      <input type="hidden" name="id" value={recallId} />
      <div className="grid gap-4 sm:grid-cols-3">
        <SelectField
          name="modelId"
          label={LABELS.modelId}
          placeholder="Any model"
          options={models}
          optional
        />
        <TextField name="lot" label={LABELS.lot} maxLength={60} optional />
        <TextField name="serial" label={LABELS.serial} maxLength={60} optional />
      </div>
      <TextareaField name="reason" label={LABELS.reason} rows={2} maxLength={1000} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="reference"
          label={LABELS.reference}
          hint="Number or address of the notice"
          maxLength={300}
        />
        <DateField name="issuedDay" label={LABELS.issuedDay} max={today} />
      </div>
      <RadioField
        name="level"
        label={LABELS.level}
        hint="Open cases with such a device in place are flagged at this level"
        options={choicesOf(LEVEL_WORDS)}
        look="segments"
      />
      <SubmitButton pendingLabel="Saving…" className="justify-self-start">
        Record the recall
      </SubmitButton>
    </ActionForm>
  );
}
