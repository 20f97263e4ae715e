import 'server-only';
import type { Actor, AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { MoveBookingInput } from '#lib/schemas/booking.ts';
import { inTheatre } from './in-theatre.ts';

/** Gives a booking another time in one write: where the new one is refused, the old one stays. */
export function moveBooking(request: {
  actor: Actor;
  caseId: AuthorizedCaseId;
  input: MoveBookingInput;
  now: Instant;
}) {
  const { id, bookingId, seq, reason, ...place } = request.input;
  return inTheatre({ ...request, input: { id, bookingId, seq, reason }, change: 'moved', place });
}
