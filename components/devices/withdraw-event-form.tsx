import { ActionForm } from '#components/forms/action-form.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { TextareaField } from '#components/forms/text-field.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { Section } from '#components/ui/section.tsx';
import { withdrawDeviceEventAction } from '#lib/actions/withdraw-device-event-action.ts';

export type WithdrawDraft = { id: string; eventId: string; words: string };

/** Withdraws what was written of a device, with why. */
export function WithdrawEventForm({ caseId, draft }: { caseId: string; draft: WithdrawDraft }) {
  return (
    <Section title="Withdraw this entry" id="withdraw" level={3}>
      <ActionForm
        action={withdrawDeviceEventAction}
        labels={{ reason: 'Why' }}
        aria-label="Withdraw this entry"
        className="max-w-3xl"
      >
        <input type="hidden" name="caseId" value={caseId} />
        <input type="hidden" name="id" value={draft.id} />
        <input type="hidden" name="eventId" value={draft.eventId} />
        <p className="font-medium">{draft.words}</p>
        <p>
          It stays on record with your reason. Opening and travel count as if it had never been, and it can be
          recorded anew.
        </p>
        <TextareaField
          name="reason"
          label="Why"
          hint="Such as wrong device, or wrong day"
          rows={2}
          maxLength={1000}
        />
        <div className="flex flex-wrap gap-2">
          <SubmitButton variant="danger" pendingLabel="Withdrawing…">
            Withdraw it
          </SubmitButton>
          <ButtonLink href={`/cases/${caseId}/devices#devices`} variant="quiet">
            Leave it as it is
          </ButtonLink>
        </div>
      </ActionForm>
    </Section>
  );
}
