import 'server-only';
import type { Actor, AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { BookSlotInput } from '#lib/schemas/booking.ts';
import { inTheatre } from './in-theatre.ts';

/**
 * Gives a removal a time: held until the clinic's limit runs out, or confirmed at once. Also for one that was postponed
 * or whose hold ran out.
 */
export function bookSlot(request: {
  actor: Actor;
  caseId: AuthorizedCaseId;
  input: BookSlotInput;
  now: Instant;
}) {
  const { id, bookingId, seq, firm, reason, ...place } = request.input;
  return inTheatre({
    ...request,
    input: { id, bookingId, seq, reason },
    change: firm ? 'confirmed' : 'held',
    place,
    isHeld: !firm,
  });
}
