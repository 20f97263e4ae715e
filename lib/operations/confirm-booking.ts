import 'server-only';
import type { Actor, AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { ConfirmBookingInput } from '#lib/schemas/booking.ts';
import { inTheatre } from './in-theatre.ts';

/** Makes a held time a booked one. A hold that has run out is refused, even where nobody has taken its time. */
export function confirmBooking(request: {
  actor: Actor;
  caseId: AuthorizedCaseId;
  input: ConfirmBookingInput;
  now: Instant;
}) {
  const input = { ...request.input, reason: null };
  return inTheatre({ ...request, input, change: 'confirmed', place: null });
}
