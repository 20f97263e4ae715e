import { ActionForm } from '#components/forms/action-form.tsx';
import { CheckboxListField } from '#components/forms/checkbox-list-field.tsx';
import { RadioField, SelectField } from '#components/forms/choice-field.tsx';
import { DateField, TimeField } from '#components/forms/date-field.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { TextareaField } from '#components/forms/text-field.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { recordContactAction } from '#lib/actions/record-contact-action.ts';
import { SIGN_WORDS } from '#lib/view/complication-words.ts';
import type { ContactValues } from '#lib/view/contact-values.ts';
import { CONTACT_KIND_WORDS, CONTACT_OUTCOME_WORDS } from '#lib/view/contact-words.ts';
import { type Choice, choicesOf } from '#lib/view/intake-words.ts';
import { HOLD_LABELS, HoldFields } from './hold-fields.tsx';

type ContactFormProps = {
  caseId: string;
  contactId: string;
  caregivers: readonly Choice[];
  holdable: readonly Choice[];
  staff: readonly Choice[];
  /** The contact that it takes the place of; null: it is a new one. */
  correcting: ContactValues | null;
};

const LABELS = {
  kind: 'How',
  outcome: 'What came of it',
  caregiverId: 'With',
  atDay: 'Day',
  atTime: 'Time',
  signs: 'Warning signs',
  note: 'What was said',
  ...HOLD_LABELS,
};

/** A contact with the family, with the check list of warning signs; or what one should have been. */
export function ContactForm({
  caseId,
  contactId,
  caregivers,
  holdable,
  staff,
  correcting,
}: ContactFormProps) {
  const isNew = correcting === null;
  return (
    <ActionForm
      action={recordContactAction}
      labels={LABELS}
      aria-label={isNew ? 'New contact' : 'Correct this contact'}
      className="group/contact max-w-3xl"
    >
      <input type="hidden" name="contactId" value={contactId} />
      <input type="hidden" name="caseId" value={caseId} />
      {isNew ? null : <input type="hidden" name="correctsId" value={correcting.id} />}
      <div className="grid gap-4 sm:grid-cols-2">
        <RadioField
          name="kind"
          label={LABELS.kind}
          look="segments"
          defaultValue={correcting?.kind ?? 'call'}
          options={choicesOf(CONTACT_KIND_WORDS)}
        />
        <SelectField
          name="caregiverId"
          label={LABELS.caregiverId}
          options={caregivers}
          placeholder="Somebody else"
          defaultValue={correcting?.caregiverId}
          optional
        />
        <div className="flex flex-wrap gap-3">
          <DateField
            name="atDay"
            label={LABELS.atDay}
            hint={isNew ? 'Empty: now.' : undefined}
            defaultValue={correcting?.atDay}
            optional={isNew}
          />
          <TimeField name="atTime" label={LABELS.atTime} defaultValue={correcting?.atTime} optional={isNew} />
        </div>
        <SelectField
          name="outcome"
          label={LABELS.outcome}
          options={choicesOf(CONTACT_OUTCOME_WORDS)}
          defaultValue={correcting?.outcome ?? 'reached'}
        />
      </div>
      {isNew && holdable.length > 0 ? (
        <div className="hidden gap-4 border-line border-l-3 pl-3 group-has-[option[value=told-to-hold]:checked]/contact:grid sm:grid-cols-2">
          <HoldFields devices={holdable} staff={staff} />
        </div>
      ) : null}
      <CheckboxListField
        name="signs"
        label={LABELS.signs}
        hint="Ask for each. What is ticked is flagged until a later contact finds it no more."
        options={choicesOf(SIGN_WORDS)}
        chosen={correcting?.signs}
        optional
      />
      <TextareaField
        name="note"
        label={LABELS.note}
        defaultValue={correcting?.note}
        rows={3}
        maxLength={2000}
        optional
      />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton pendingLabel="Saving…">
          {isNew ? 'Save the contact' : 'Save the correction'}
        </SubmitButton>
        {isNew ? null : (
          <TextLink href={`/cases/${caseId}/contacts`} scroll={false}>
            Keep it as it is
          </TextLink>
        )}
      </div>
    </ActionForm>
  );
}
