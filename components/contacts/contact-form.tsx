import { ActionForm } from '#components/forms/action-form.tsx';
import { CheckboxListField } from '#components/forms/checkbox-list-field.tsx';
import { RadioField, SelectField } from '#components/forms/choice-field.tsx';
import { DateField, TimeField } from '#components/forms/date-field.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { TextareaField } from '#components/forms/text-field.tsx';
import { recordContactAction } from '#lib/actions/record-contact-action.ts';
import { SIGN_WORDS } from '#lib/view/complication-words.ts';
import { CONTACT_KIND_WORDS, CONTACT_OUTCOME_WORDS } from '#lib/view/contact-words.ts';
import { choicesOf } from '#lib/view/intake-words.ts';

type ContactFormProps = {
  caseId: string;
  contactId: string;
  caregivers: readonly { value: string; label: string }[];
};

const LABELS = {
  kind: 'How',
  outcome: 'What came of it',
  caregiverId: 'With',
  atDay: 'Day',
  atTime: 'Time',
  signs: 'Warning signs',
  note: 'What was said',
};

/** A contact with the family, with the check list of warning signs. */
export function ContactForm({ caseId, contactId, caregivers }: ContactFormProps) {
  return (
    <ActionForm action={recordContactAction} labels={LABELS} aria-label="New contact" className="max-w-3xl">
      <input type="hidden" name="contactId" value={contactId} />
      <input type="hidden" name="caseId" value={caseId} />
      <div className="grid gap-4 sm:grid-cols-2">
        <RadioField
          name="kind"
          label={LABELS.kind}
          look="segments"
          defaultValue="call"
          options={choicesOf(CONTACT_KIND_WORDS)}
        />
        <SelectField
          name="caregiverId"
          label={LABELS.caregiverId}
          options={caregivers}
          placeholder="Somebody else"
          optional
        />
        <div className="flex flex-wrap gap-3">
          <DateField name="atDay" label={LABELS.atDay} hint="Empty: now." optional />
          <TimeField name="atTime" label={LABELS.atTime} optional />
        </div>
        <SelectField
          name="outcome"
          label={LABELS.outcome}
          options={choicesOf(CONTACT_OUTCOME_WORDS)}
          defaultValue="reached"
        />
      </div>
      <CheckboxListField
        name="signs"
        label={LABELS.signs}
        hint="Ask for each. What is ticked is flagged until a later contact finds it no more."
        options={choicesOf(SIGN_WORDS)}
        optional
      />
      <TextareaField name="note" label={LABELS.note} rows={3} maxLength={2000} optional />
      <SubmitButton pendingLabel="Saving…" className="justify-self-start">
        Save the contact
      </SubmitButton>
    </ActionForm>
  );
}
