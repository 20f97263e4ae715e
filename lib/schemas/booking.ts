import { z } from 'zod';
import { CHECK_STATES } from '#lib/domain/removal/removal-facts.ts';
import {
  choiceField,
  idField,
  momentField,
  optionalTextField,
  orNull,
  textField,
  tickField,
  wholeField,
} from './form-fields.ts';

const seq = wholeField(0, 1_000_000, 'entries');

const placeFields = {
  roomId: z.uuid('choose a room').toLowerCase(),
  surgeonId: z.uuid('choose a surgeon').toLowerCase(),
  anaesthetistId: orNull(z.uuid('choose an anaesthetist').toLowerCase()),
  /** Read on the clock of the clinic. */
  startsAt: momentField,
  durationMin: wholeField(5, 1440, 'minutes'),
};

/** A time in a theatre, as a person asks for it. */
export type PlaceInput = z.output<z.ZodObject<typeof placeFields>>;

const bookingFields = { id: idField, bookingId: idField, seq };

/** A first time for a removal: held for a while, or (`firm`) booked at once. `reason` where it departs from the plan. */
export const bookSlotInput = z.object({
  ...bookingFields,
  ...placeFields,
  firm: tickField,
  reason: optionalTextField(500),
});
export type BookSlotInput = z.output<typeof bookSlotInput>;

/** Another time for a removal that has one. */
export const moveBookingInput = z.object({
  ...bookingFields,
  ...placeFields,
  reason: optionalTextField(500),
});
export type MoveBookingInput = z.output<typeof moveBookingInput>;

export const confirmBookingInput = z.object(bookingFields);
export type ConfirmBookingInput = z.output<typeof confirmBookingInput>;

/** Postponed or cancelled: why. */
export const giveUpBookingInput = z.object({ ...bookingFields, reason: textField(500, 'say why') });
export type GiveUpBookingInput = z.output<typeof giveUpBookingInput>;

/** What was found of one pre-operative check. */
export const recordCheckInput = z
  .object({
    id: idField,
    key: z.string('choose the check').max(60),
    state: choiceField(CHECK_STATES, 'choose what was found'),
    note: optionalTextField(500),
  })
  .superRefine(({ state, note }, context) => {
    if (state === 'failed' && note === null)
      context.addIssue({ code: 'custom', path: ['note'], message: 'say what stands against it' });
  });
export type RecordCheckInput = z.output<typeof recordCheckInput>;
