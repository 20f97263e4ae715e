import 'server-only';
import type { Actor, AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { GiveUpBookingInput } from '#lib/schemas/booking.ts';
import { inTheatre } from './in-theatre.ts';

/** Gives the time of a removal up and puts it on the waiting list. */
export function postponeBooking(request: {
  actor: Actor;
  caseId: AuthorizedCaseId;
  input: GiveUpBookingInput;
  now: Instant;
}) {
  return inTheatre({ ...request, change: 'postponed', place: null });
}
