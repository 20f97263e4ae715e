import 'server-only';
import type { Actor, AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { GiveUpBookingInput } from '#lib/schemas/booking.ts';
import { inTheatre } from './in-theatre.ts';

/** Ends a booking; a removal that is booked later is another one. */
export function cancelBooking(request: {
  actor: Actor;
  caseId: AuthorizedCaseId;
  input: GiveUpBookingInput;
  now: Instant;
}) {
  return inTheatre({ ...request, change: 'cancelled', place: null });
}
