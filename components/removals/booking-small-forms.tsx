import { ActionForm } from '#components/forms/action-form.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { TextareaField } from '#components/forms/text-field.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { confirmBookingAction } from '#lib/actions/confirm-booking-action.ts';
import { giveUpBookingAction } from '#lib/actions/give-up-booking-action.ts';

type SmallFormProps = { caseId: string; writeId: string; booking: { id: string; seq: number } };

function BookingIds({ caseId, writeId, booking }: SmallFormProps) {
  return (
    <>
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="id" value={writeId} />
      <input type="hidden" name="bookingId" value={booking.id} />
      <input type="hidden" name="seq" value={booking.seq} />
    </>
  );
}

/** Makes a held time a booked one. */
export function ConfirmBookingForm(props: SmallFormProps) {
  return (
    <ActionForm action={confirmBookingAction} aria-label="Confirm the hold">
      <BookingIds {...props} />
      <SubmitButton pendingLabel="Confirming…">Confirm</SubmitButton>
    </ActionForm>
  );
}

/** Postpones a booking or cancels it, with the reason. */
export function GiveUpBookingForm({ way, ...ids }: SmallFormProps & { way: 'postpone' | 'cancel' }) {
  const isPostponed = way === 'postpone';
  return (
    <ActionForm
      action={giveUpBookingAction}
      labels={{ reason: 'Reason' }}
      aria-label={isPostponed ? 'Postpone' : 'Cancel the booking'}
      className="max-w-xl"
    >
      <BookingIds {...ids} />
      <input type="hidden" name="way" value={way} />
      <TextareaField
        name="reason"
        label="Reason"
        hint={
          isPostponed
            ? 'The time is given up and the case waits, with this reason, until it is booked again.'
            : 'The time is given up. The history keeps the booking and this reason.'
        }
        rows={2}
        maxLength={500}
      />
      <div className="flex flex-wrap gap-2">
        <SubmitButton variant={isPostponed ? 'primary' : 'danger'} pendingLabel="One moment…">
          {isPostponed ? 'Postpone' : 'Cancel the booking'}
        </SubmitButton>
        <ButtonLink href={`/cases/${ids.caseId}/removal`} variant="quiet">
          Keep it
        </ButtonLink>
      </div>
    </ActionForm>
  );
}
