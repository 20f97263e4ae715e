import 'server-only';
import { insertBookingState } from '#lib/data/bookings.ts';
import type { Statement } from '#lib/data/statement.ts';
import { type BookingState, currentBooking, takesTime } from '#lib/domain/booking/booking.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import type { RemovalFacts } from '#lib/domain/removal/removal-facts.ts';
import type { Instant } from '#lib/domain/units.ts';

/** What recording a removal does to the booking of the case: it is done, and its time is nobody's any more. */
export function withBookingDone(
  { removal }: CaseFacts,
  { by, now }: { by: string; now: Instant },
): { statements: Statement[]; bookingId: string | null; removal: RemovalFacts } {
  const booking = currentBooking(removal.bookings, (at) => at <= now);
  if (booking === null || !takesTime(booking)) return { statements: [], bookingId: null, removal };
  const state: BookingState = {
    bookingId: booking.id,
    seq: booking.seq + 1,
    change: 'done',
    place: null,
    holdUntil: null,
    reason: null,
    departures: [],
    earliestDay: booking.earliestDay,
    latestDay: booking.latestDay,
    recordedBy: by,
    recordedAt: now,
  };
  return {
    statements: [insertBookingState(state)],
    bookingId: booking.id,
    removal: { ...removal, bookings: [...removal.bookings, state] },
  };
}
