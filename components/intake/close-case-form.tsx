import { ActionForm } from '#components/forms/action-form.tsx';
import { RadioField } from '#components/forms/choice-field.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { TextareaField, TextField } from '#components/forms/text-field.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { closeCaseAction } from '#lib/actions/close-case-action.ts';
import { CLOSED_AS_WORDS, choicesOf } from '#lib/view/intake-words.ts';

type CloseCaseFormProps = { caseId: string; version: number; familyName: string };

/** Ends a case, confirmed by the child's name. */
export function CloseCaseForm({ caseId, version, familyName }: CloseCaseFormProps) {
  return (
    <ActionForm
      action={closeCaseAction}
      labels={{ closedAs: 'Why it ends', reason: 'Reason', confirmedName: 'Family name' }}
      aria-label="Close the case"
      className="max-w-3xl"
    >
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="version" value={version} />
      <p className="max-w-prose">
        The case leaves the worklist and takes no more turns or decisions; completed, it still takes what
        follow-up brings: measurements, complications, visits and photographs. All that was recorded stays and
        can be read and printed. It is opened again only where its removal is withdrawn; the patient can have
        another case.
      </p>
      <RadioField name="closedAs" label="Why it ends" options={choicesOf(CLOSED_AS_WORDS)} />
      <TextareaField
        name="reason"
        label="Reason"
        hint="Needed unless it is completed"
        rows={2}
        maxLength={500}
        optional
      />
      <TextField
        name="confirmedName"
        label={`Type the family name, ${familyName}, to confirm`}
        maxLength={120}
        className="max-w-md"
      />
      <div className="flex flex-wrap gap-2">
        <SubmitButton variant="danger" pendingLabel="Closing…">
          Close the case
        </SubmitButton>
        <ButtonLink href={`/cases/${caseId}/patient`} variant="quiet">
          Keep it open
        </ButtonLink>
      </div>
    </ActionForm>
  );
}
