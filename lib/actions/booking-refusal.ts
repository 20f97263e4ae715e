import type { BookingReason } from '#lib/operations/in-theatre.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { BOOKING_STATUS_WORDS, conflictSentence, departureWords } from '#lib/view/booking-words.ts';
import { momentProblem, refuseCase } from './case-refusal.ts';
import { refuseForm } from './guard-action.ts';

/** Why a booking is refused, with who and what is in the way, and with what was typed. `kept`: what still stands. */
export function refuseBooking(form: FormData, reason: BookingReason, kept: string): FormState {
  switch (reason.kind) {
    case 'booking-changed':
      return refuseForm(
        form,
        `Somebody else changed this booking meanwhile: it is now ${BOOKING_STATUS_WORDS[reason.status].toLowerCase()}. Open the page again to see it. ${kept}`,
      );
    case 'booking-not-there':
      return refuseForm(form, `This booking is over or was never made. Open the page again. ${kept}`);
    case 'hold-expired':
      return refuseForm(
        form,
        `The hold ran out, so its time is free for others. Choose a time again. ${kept}`,
      );
    case 'already-booked':
      return refuseForm(
        form,
        `The case has a booking already. Open the page again and move that one. ${kept}`,
      );
    case 'nothing-to-remove':
      return refuseForm(form, `No devices are in place in this case, so there is nothing to book. ${kept}`);
    case 'time-does-not-exist':
      return refuseForm(form, kept, momentProblem(reason, 'startsAt'));
    case 'in-the-future':
    case 'in-the-past':
      return refuseForm(form, kept, { startsAtDay: 'This has passed. Give a time that lies ahead.' });
    case 'room-unknown':
      return refuseForm(form, kept, { roomId: 'This room is not in use any more. Choose another.' });
    case 'surgeon-unknown':
      return refuseForm(form, kept, { surgeonId: 'Nobody of that name operates here. Choose a surgeon.' });
    case 'anaesthetist-unknown':
      return refuseForm(form, kept, { anaesthetistId: 'Not in the clinic’s list any more. Choose again.' });
    case 'departs':
      return refuseForm(
        form,
        `This is ${departureWords(reason.departures)}. ${
          reason.mayOverride
            ? 'If it is meant so, give a reason and send it again.'
            : 'Only a surgeon can book it so, with a reason.'
        } ${kept}`,
        reason.mayOverride ? { reason: 'Say why it departs from the plan.' } : {},
      );
    case 'slot-taken':
      return refuseForm(
        form,
        reason.conflicts.length === 0
          ? `Somebody was faster: this time is taken. Choose another. ${kept}`
          : `${reason.conflicts.map((one) => conflictSentence(one, reason.zone)).join(' ')} ${kept}`,
      );
    default:
      return refuseCase(form, reason);
  }
}
