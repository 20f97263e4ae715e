import { ActionForm } from '#components/forms/action-form.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { TextareaField } from '#components/forms/text-field.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { retractPhotographAction } from '#lib/actions/retract-photograph-action.ts';
import type { PhotographCard } from '#lib/view/photograph-page.ts';

/** Withdraws one photograph, with a reason. */
export function RetractPhotographForm({ caseId, card }: { caseId: string; card: PhotographCard }) {
  return (
    <ActionForm
      action={retractPhotographAction}
      labels={{ reason: 'Reason' }}
      aria-label="Withdraw the photograph"
      className="max-w-xl"
    >
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="photographId" value={card.id} />
      <p>
        {card.alt}. It stays on record with your reason, and nobody is shown it any more. This cannot be
        undone; the photograph can be added again.
      </p>
      <TextareaField
        name="reason"
        label="Reason"
        hint="Another child, out of focus, added twice"
        rows={2}
        maxLength={500}
      />
      <div className="flex flex-wrap gap-2">
        <SubmitButton variant="danger" pendingLabel="Withdrawing…">
          Withdraw the photograph
        </SubmitButton>
        <ButtonLink href={`/cases/${caseId}/photographs`} variant="quiet">
          Keep it
        </ButtonLink>
      </div>
    </ActionForm>
  );
}
