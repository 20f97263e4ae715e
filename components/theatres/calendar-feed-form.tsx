import { ActionForm } from '#components/forms/action-form.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { makeCalendarFeedAction } from '#lib/actions/make-calendar-feed-action.ts';

type CalendarFeedFormProps = {
  /** A room, or `own`: of the person who is signed in. */
  of: string;
  name: string;
  /** When the address that works was made; null: there is none. */
  since: string | null;
};

/** Makes a calendar address, or stops one. */
export function CalendarFeedForm({ of, name, since }: CalendarFeedFormProps) {
  return (
    <ActionForm
      action={makeCalendarFeedAction}
      aria-label={`Calendar: ${name}`}
      className="border-line border-b pb-4"
    >
      <input type="hidden" name="of" value={of} />
      <h2 className="font-semibold">{name}</h2>
      <p className="text-ink-muted">
        {since === null ? 'There is no address.' : `An address works since ${since}. A new one replaces it.`}
      </p>
      <div className="flex flex-wrap gap-2">
        <SubmitButton variant="secondary" name="revoke" value="no" pendingLabel="Making…">
          Make an address
        </SubmitButton>
        {since === null ? null : (
          <SubmitButton variant="danger" name="revoke" value="yes" pendingLabel="Stopping…">
            Stop the address
          </SubmitButton>
        )}
      </div>
    </ActionForm>
  );
}
