import { ActionForm } from '#components/forms/action-form.tsx';
import { CheckboxListField } from '#components/forms/checkbox-list-field.tsx';
import { CheckboxField, RadioField, SelectField } from '#components/forms/choice-field.tsx';
import { DateField } from '#components/forms/date-field.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { TextareaField } from '#components/forms/text-field.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { correctComplicationAction } from '#lib/actions/correct-complication-action.ts';
import { recordComplicationAction } from '#lib/actions/record-complication-action.ts';
import { failureChoices } from '#lib/view/complication-form.ts';
import { COMPLICATION_WORDS, DETECTED_WORDS, SIGN_WORDS } from '#lib/view/complication-words.ts';
import type { ComplicationsPage } from '#lib/view/complications-page.ts';
import { choicesOf } from '#lib/view/intake-words.ts';
import { FirstStepFields } from './first-step-fields.tsx';
import { COMPLICATION_LABELS as LABELS } from './labels.ts';
import { TurnPreviewSection } from './turn-fields.tsx';

type ComplicationFormProps = { caseId: string } & NonNullable<ComplicationsPage['form']>;

/** A new complication of a kind that is chosen, or the correction of one. */
export function ComplicationForm({ caseId, draft, devices, today, turns }: ComplicationFormProps) {
  const { id, correctsId, kind, values } = draft;
  const isNew = correctsId === null;
  return (
    <ActionForm
      action={isNew ? recordComplicationAction : correctComplicationAction}
      labels={LABELS}
      aria-label={isNew ? draft.label : `Correct: ${draft.label}`}
    >
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="id" value={id} />
      <div className="grid max-w-3xl gap-4">
        {isNew ? (
          <>
            <input type="hidden" name="kind" value={kind} />
            {kind === 'device-failure' ? null : <p>{draft.prompts}.</p>}
          </>
        ) : (
          <>
            <input type="hidden" name="correctsId" value={correctsId} />
            <SelectField
              name="kind"
              label={LABELS.kind}
              options={choicesOf(COMPLICATION_WORDS)}
              defaultValue={kind}
            />
          </>
        )}
        {isNew && kind !== 'device-failure' ? null : (
          <RadioField
            name="failure"
            label={LABELS.failure}
            hint={isNew ? undefined : 'Of a device failure alone'}
            optional={!isNew}
            options={[...(isNew ? [] : [{ value: '', label: 'No device failure' }]), ...failureChoices()]}
            defaultValue={values.failure ?? (isNew ? undefined : '')}
          />
        )}
        <div className="grid gap-4 sm:grid-cols-3">
          <SelectField
            name="deviceId"
            label={LABELS.deviceId}
            placeholder={isNew && kind === 'device-failure' ? 'Choose' : undefined}
            options={
              isNew && kind === 'device-failure'
                ? devices
                : [{ value: '', label: 'The case as a whole' }, ...devices]
            }
            defaultValue={values.deviceId}
          />
          <DateField name="onsetDay" label={LABELS.onsetDay} defaultValue={values.onsetDay} max={today} />
          <SelectField
            name="detectedBy"
            label={LABELS.detectedBy}
            placeholder="Choose"
            options={choicesOf(DETECTED_WORDS)}
            defaultValue={values.detectedBy}
          />
        </div>
        <CheckboxListField
          name="signs"
          label={LABELS.signs}
          optional
          options={choicesOf(SIGN_WORDS)}
          chosen={values.signs}
        />
        <TextareaField
          name="note"
          label={LABELS.note}
          rows={2}
          maxLength={2000}
          optional
          defaultValue={values.note}
        />
        {turns ? (
          <FirstStepFields turns={turns} />
        ) : (
          <>
            <TextareaField name="reason" label={LABELS.reason} rows={2} maxLength={1000} />
            <CheckboxField name="retracted" label="It never was: withdraw it" />
          </>
        )}
      </div>
      {turns ? <TurnPreviewSection base={turns.base} /> : null}
      <div className="flex flex-wrap gap-2">
        {turns ? (
          <SubmitButton variant="secondary" name="intent" value="preview">
            Preview
          </SubmitButton>
        ) : null}
        <SubmitButton pendingLabel="Saving…" name="intent" value="record">
          {isNew ? 'Record the complication' : 'Save the correction'}
        </SubmitButton>
        <ButtonLink href={`/cases/${caseId}/complications`} variant="quiet">
          Leave it as it is
        </ButtonLink>
      </div>
    </ActionForm>
  );
}
