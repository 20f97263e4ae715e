import type { Day, Instant, Minutes } from '#lib/domain/units.ts';

export const BOOKING_CHANGES = [
  'held',
  'confirmed',
  'moved',
  'postponed',
  'cancelled',
  'expired',
  'done',
] as const;
export type BookingChange = (typeof BOOKING_CHANGES)[number];

/** Where a removal departs from what the case, the room or the surgeon's time allows. None of it is an overlap. */
export const DEPARTURES = [
  'before-window',
  'after-window',
  'window-not-assessable',
  'outside-block',
  'outside-hours',
  'on-leave',
] as const;
export type Departure = (typeof DEPARTURES)[number];

/** A time in a theatre with those who are needed for it. Half-open: one may begin at the instant another ends. */
export type Place = {
  roomId: string;
  surgeonId: string;
  anaesthetistId: string | null;
  startsAt: Instant;
  endsAt: Instant;
  /** The room is not free again before this long after `endsAt`. */
  cleaningMin: Minutes;
};

/** One entry in the history of a booking; what it says holds until the next one. */
export type BookingState = {
  bookingId: string;
  /** 1, 2, 3 … without a gap. */
  seq: number;
  change: BookingChange;
  /** Null for what takes up no time: postponed, cancelled, expired, done. */
  place: Place | null;
  /** Until when the time is held; null: confirmed, or no time is taken up. */
  holdUntil: Instant | null;
  reason: string | null;
  departures: readonly Departure[];
  /** The removal window at the time of writing; null: not assessable then. */
  earliestDay: Day | null;
  latestDay: Day | null;
  recordedBy: string;
  recordedAt: Instant;
};

export type BookingStatus = 'held' | 'confirmed' | 'expired' | 'postponed' | 'cancelled' | 'done';

/** A booking as its history leaves it at an instant. */
export type Booking = {
  id: string;
  status: BookingStatus;
  seq: number;
  /** The time taken up now, or the last one that was. */
  place: Place;
  holdUntil: Instant | null;
  /** Why it was changed last, where that was said. */
  reason: string | null;
  departures: readonly Departure[];
  /** The latest entry, and the latest one that gave the booking its time. */
  changedAt: Instant;
  placedAt: Instant;
  /** The removal window when it was given its time. */
  earliestDay: Day | null;
  latestDay: Day | null;
};

const STATUS: Record<BookingChange, BookingStatus> = {
  held: 'held',
  confirmed: 'confirmed',
  moved: 'confirmed',
  postponed: 'postponed',
  cancelled: 'cancelled',
  expired: 'expired',
  done: 'done',
};

/**
 * The booking that a history amounts to; null for no history. `reached` says whether an instant has come: a hold whose
 * end has come takes up no time, whether or not somebody wrote that down.
 */
function bookingOf(states: readonly BookingState[], reached: (at: Instant) => boolean): Booking | null {
  const booking = [...states].sort((a, b) => a.seq - b.seq).reduce<Booking | null>(withState, null);
  if (booking?.status === 'held' && booking.holdUntil !== null && reached(booking.holdUntil))
    return { ...booking, status: 'expired' };
  return booking;
}

function withState(before: Booking | null, state: BookingState): Booking | null {
  const place = state.place ?? before?.place;
  if (!place) return before;
  const isConfirmedOnly = state.change === 'confirmed' && before?.status === 'held';
  const keeps = state.place === null || isConfirmedOnly ? before : null;
  return {
    id: state.bookingId,
    status: state.holdUntil === null ? STATUS[state.change] : 'held',
    seq: state.seq,
    place,
    holdUntil: state.holdUntil,
    reason: state.reason,
    departures: keeps?.departures ?? state.departures,
    changedAt: state.recordedAt,
    placedAt: keeps?.placedAt ?? state.recordedAt,
    earliestDay: keeps ? keeps.earliestDay : state.earliestDay,
    latestDay: keeps ? keeps.latestDay : state.latestDay,
  };
}

/** Whether a booking takes up time in a theatre. */
export function takesTime({ status }: Pick<Booking, 'status'>): boolean {
  return status === 'held' || status === 'confirmed';
}

/** Whether the time that a booking still takes up is over: nobody recorded what was done in it, or gave it up. */
export function hasPassed(
  booking: { status: BookingStatus; place: Pick<Place, 'endsAt'> },
  reached: (at: Instant) => boolean,
): boolean {
  return takesTime(booking) && reached(booking.place.endsAt);
}

/** The booking that a case has: the one that takes up time, else the one on the waiting list, else the latest. */
export function currentBooking(
  states: readonly BookingState[],
  reached: (at: Instant) => boolean,
): Booking | null {
  const ids = [...new Set(states.map(({ bookingId }) => bookingId))];
  const rank = (booking: Booking) =>
    takesTime(booking) ? 3 : booking.status === 'postponed' || booking.status === 'expired' ? 2 : 1;
  let current: Booking | null = null;
  for (const id of ids) {
    const booking = bookingOf(
      states.filter(({ bookingId }) => bookingId === id),
      reached,
    );
    if (!booking) continue;
    const isNearer =
      current === null ||
      rank(booking) > rank(current) ||
      (rank(booking) === rank(current) && booking.changedAt > current.changedAt);
    if (isNearer) current = booking;
  }
  return current;
}
