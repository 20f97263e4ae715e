import { ActionForm } from '#components/forms/action-form.tsx';
import { RadioField, SelectField } from '#components/forms/choice-field.tsx';
import { DateField, TimeField } from '#components/forms/date-field.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { NumberField, TextareaField } from '#components/forms/text-field.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Dated } from '#components/ui/dated.tsx';
import { bookSlotAction } from '#lib/actions/book-slot-action.ts';
import { moveBookingAction } from '#lib/actions/move-booking-action.ts';
import type { BookingDraft } from '#lib/view/booking-draft.ts';
import { SlotSearch } from './slot-search.tsx';

const LABELS = {
  slot: 'Free times, best first',
  roomId: 'Room',
  surgeonId: 'Surgeon',
  anaesthetistId: 'Anaesthetist',
  startsAtDay: 'Day',
  startsAtTime: 'Starts',
  durationMin: 'Length',
  reason: 'Reason',
};

type BookingFormProps = {
  caseId: string;
  draft: BookingDraft;
  /** What stands against the removal, in words. */
  blockers: readonly string[];
};

/** Gives a removal a time: one of those offered, or another one that is asked for. */
export function BookingForm({ caseId, draft, blockers }: BookingFormProps) {
  const { isMove, slots } = draft;
  const offered = slots.map(({ value, when, where, why }) => ({
    value,
    label: `${when}, ${where}`,
    hint: why,
  }));
  return (
    <div className="grid max-w-4xl gap-4 border-line border-l-3 pl-4">
      <h3 className="font-semibold text-base">{isMove ? 'Move to' : 'Book a theatre'}</h3>
      {draft.isWindowKnown ? null : (
        <Alert level="unknown" title="The removal window is not known.">
          {draft.mayOverride
            ? 'A time can be booked with a reason.'
            : 'Only a surgeon can book a time as long as it is not, with a reason.'}
        </Alert>
      )}
      <SlotSearch caseId={caseId} draft={draft} />
      <ActionForm
        action={isMove ? moveBookingAction : bookSlotAction}
        labels={LABELS}
        aria-label={isMove ? 'Move the booking' : 'Book a theatre'}
      >
        <input type="hidden" name="caseId" value={caseId} />
        <input type="hidden" name="id" value={draft.writeId} />
        <input type="hidden" name="bookingId" value={draft.bookingId} />
        <input type="hidden" name="seq" value={draft.seq} />
        {draft.none ? <p className="text-ink-muted">{draft.none}</p> : null}
        <div className="group grid gap-4">
          <RadioField
            name="slot"
            label={LABELS.slot}
            hint={draft.leadNote}
            options={[
              ...offered,
              { value: 'other', label: 'Another time', hint: 'Fill in room, surgeon, day and time' },
            ]}
            defaultValue={offered.length === 0 ? 'other' : undefined}
          />
          <div className="hidden gap-4 group-has-[[value=other]:checked]:grid sm:grid-cols-2">
            <SelectField
              name="roomId"
              label={LABELS.roomId}
              placeholder="Choose"
              options={draft.rooms}
              optional
            />
            <SelectField
              name="surgeonId"
              label={LABELS.surgeonId}
              placeholder="Choose"
              options={draft.surgeons}
              defaultValue={draft.surgeonId}
              optional
            />
            <DateField name="startsAtDay" label={LABELS.startsAtDay} defaultValue={draft.firstDay} optional />
            <TimeField name="startsAtTime" label={LABELS.startsAtTime} optional />
          </div>
        </div>
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            name="anaesthetistId"
            label={LABELS.anaesthetistId}
            placeholder="Not yet"
            options={draft.anaesthetists}
            defaultValue={draft.anaesthetistId}
            optional
          />
          <NumberField
            name="durationMin"
            label={LABELS.durationMin}
            unit="minutes"
            defaultValue={String(draft.minutes)}
          />
        </div>
        <TextareaField
          name="reason"
          label={LABELS.reason}
          hint={
            draft.mayOverride
              ? 'Needed outside the removal window, the blocks, the hours of the room, or on a day away'
              : 'Outside the removal window and the blocks only a surgeon can book'
          }
          rows={2}
          maxLength={500}
          optional
        />
        {blockers.length > 0 ? (
          <div>
            <p className="font-medium">Stands against the removal so far</p>
            <ul className="list-disc pl-5">
              {blockers.map((words) => (
                <li key={words}>
                  <Dated>{words}</Dated>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        <div className="flex flex-wrap gap-2">
          {isMove ? (
            <SubmitButton pendingLabel="Moving…">Move the booking</SubmitButton>
          ) : (
            <>
              <SubmitButton name="firm" value="yes" pendingLabel="Booking…">
                Book
              </SubmitButton>
              <SubmitButton variant="secondary" name="firm" value="no" pendingLabel="Holding…">
                Hold for now
              </SubmitButton>
            </>
          )}
        </div>
      </ActionForm>
    </div>
  );
}
