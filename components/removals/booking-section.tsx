import { Alert } from '#components/ui/alert.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { Section } from '#components/ui/section.tsx';
import type { BookingDraft } from '#lib/view/booking-draft.ts';
import type { BookingView } from '#lib/view/booking-view.ts';
import { BookingForm } from './booking-form.tsx';
import { ConfirmBookingForm, GiveUpBookingForm } from './booking-small-forms.tsx';

type BookingSectionProps = {
  caseId: string;
  writeId: string;
  booking: BookingView | null;
  draft: BookingDraft | null;
  blockers: readonly string[];
  mayWrite: boolean;
  /** Whether the reader may record the removal. */
  mayRecord: boolean;
  zoneNote: string;
  form: unknown;
};

/** The time that the removal has, and the forms that give it one, move it or give it up. */
export function BookingSection(props: BookingSectionProps) {
  const { caseId, writeId, booking, draft, mayWrite, zoneNote, form } = props;
  const takesTime = booking?.takesTime ?? false;
  const isMisfit = booking !== null && booking.amiss !== null && !booking.isPassed;
  const isFormOpen = draft !== null && (!takesTime || form === 'move' || isMisfit);
  return (
    <Section id="booking" title="Theatre" detail={zoneNote || undefined}>
      <div className="grid gap-4">
        {booking ? (
          <div className="grid gap-1">
            <p>
              <strong>{booking.statusWords}</strong>
              {booking.takesTime ? `: ${booking.when}, ${booking.where}` : null}
              {booking.note ? ` (${booking.note})` : null}
            </p>
            {booking.amiss ? (
              <Alert level="look" title={booking.amiss.headline}>
                <p>{booking.amiss.figures}</p>
              </Alert>
            ) : null}
          </div>
        ) : (
          <p className="text-ink-muted">No theatre is booked.</p>
        )}
        {mayWrite && booking && takesTime ? (
          <BookingActions
            caseId={caseId}
            writeId={writeId}
            booking={booking}
            isMoving={isFormOpen}
            mayRecord={props.mayRecord}
            form={form}
          />
        ) : null}
        {mayWrite && booking && (form === 'postpone' || form === 'cancel') ? (
          <GiveUpBookingForm caseId={caseId} writeId={writeId} booking={booking} way={form} />
        ) : null}
        {isFormOpen && draft ? (
          // A key of the draft alone: with one made anew each time, a form that comes back refused would be empty.
          <BookingForm
            key={`${draft.seq} ${draft.minutes} ${draft.anaesthetistId}`}
            caseId={caseId}
            draft={draft}
            blockers={props.blockers}
          />
        ) : null}
      </div>
    </Section>
  );
}

type BookingActionsProps = Pick<BookingSectionProps, 'caseId' | 'writeId' | 'mayRecord' | 'form'> & {
  booking: BookingView;
  isMoving: boolean;
};

/** What can be done with a time that is held or booked. */
function BookingActions({ caseId, writeId, booking, isMoving, mayRecord, form }: BookingActionsProps) {
  const path = `/cases/${caseId}/removal`;
  return (
    <div className="flex flex-wrap items-start gap-2">
      {booking.status === 'held' ? (
        <ConfirmBookingForm caseId={caseId} writeId={writeId} booking={booking} />
      ) : null}
      {booking.isPassed && mayRecord ? (
        <ButtonLink href={`${path}?form=done#done`}>Record the removal</ButtonLink>
      ) : null}
      {isMoving ? null : (
        <ButtonLink href={`${path}?form=move#booking`}>{booking.isPassed ? 'Book anew' : 'Move'}</ButtonLink>
      )}
      {form === 'postpone' ? null : (
        <ButtonLink href={`${path}?form=postpone#booking`} variant="quiet">
          Postpone
        </ButtonLink>
      )}
      {form === 'cancel' ? null : (
        <ButtonLink href={`${path}?form=cancel#booking`} variant="quiet">
          Cancel the booking
        </ButtonLink>
      )}
    </div>
  );
}
