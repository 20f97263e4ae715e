import { ActionForm } from '#components/forms/action-form.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { TextField } from '#components/forms/text-field.tsx';
import { withdrawRecallAction } from '#lib/actions/withdraw-recall-action.ts';

/** Says that a recall no longer stands. */
export function WithdrawRecallForm({ recallId, headline }: { recallId: string; headline: string }) {
  return (
    <details>
      <summary className="cursor-pointer text-accent underline">
        Withdraw<span className="sr-only">: {headline}</span>
      </summary>
      <ActionForm
        action={withdrawRecallAction}
        labels={{ reason: 'Why' }}
        aria-label={`Withdraw: ${headline}`}
        className="mt-2 max-w-xl"
      >
        <input type="hidden" name="recallId" value={recallId} />
        <TextField name="reason" label="Why it no longer stands" maxLength={1000} />
        <SubmitButton size="sm" pendingLabel="Saving…" className="justify-self-start">
          Withdraw the recall
        </SubmitButton>
      </ActionForm>
    </details>
  );
}
