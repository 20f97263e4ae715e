import type { BookingState } from '#lib/domain/booking/booking.ts';
import { NO_REMOVAL } from '#lib/domain/removal/no-removal.ts';
import type { RemovalFacts } from '#lib/domain/removal/removal-facts.ts';
import { HOUR_MS, type Instant } from '#lib/domain/units.ts';

/** An hour in theatre from an instant on, confirmed at `recordedAt`. */
export function stateOf(
  startsAt: Instant,
  recordedAt: Instant,
  given: Partial<BookingState> = {},
): BookingState {
  return {
    bookingId: 'booking',
    seq: 1,
    change: 'confirmed',
    place: {
      roomId: 'room',
      surgeonId: 'surgeon',
      anaesthetistId: null,
      startsAt,
      endsAt: startsAt + HOUR_MS,
      cleaningMin: 20,
    },
    holdUntil: null,
    reason: null,
    departures: [],
    earliestDay: null,
    latestDay: null,
    recordedBy: 'scheduler',
    recordedAt,
    ...given,
  };
}

/** What is known of a removal: these entries of bookings, and what else is given. */
export function removalOf(
  bookings: readonly BookingState[],
  given: Partial<RemovalFacts> = {},
): RemovalFacts {
  return { ...NO_REMOVAL, bookings, ...given };
}
