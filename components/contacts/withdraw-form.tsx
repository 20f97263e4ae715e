import { ActionForm } from '#components/forms/action-form.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { recordContactAction } from '#lib/actions/record-contact-action.ts';
import type { ContactRow } from '#lib/view/contact-words.ts';

type WithdrawFormProps = {
  caseId: string;
  row: Pick<ContactRow, 'id' | 'kind'>;
  /** Of the row that says that it never was. */
  contactId: string;
};

/** Takes back a contact that never was: it stays in the trail and no longer counts. */
export function WithdrawForm({ caseId, row, contactId }: WithdrawFormProps) {
  return (
    <ActionForm action={recordContactAction} aria-label="Withdraw this contact" className="mt-1">
      <input type="hidden" name="contactId" value={contactId} />
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="correctsId" value={row.id} />
      <input type="hidden" name="retracted" value="on" />
      <input type="hidden" name="kind" value={row.kind} />
      <input type="hidden" name="outcome" value="reached" />
      <div className="flex items-center gap-4">
        <SubmitButton size="sm" variant="danger" pendingLabel="Withdrawing…">
          It never was: withdraw it
        </SubmitButton>
        <TextLink href={`/cases/${caseId}/contacts`} scroll={false}>
          Keep it
        </TextLink>
      </div>
    </ActionForm>
  );
}
