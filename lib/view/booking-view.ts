import { type Booking, type BookingStatus, hasPassed, takesTime } from '#lib/domain/booking/booking.ts';
import type { RemovalStanding } from '#lib/domain/removal/removal-standing.ts';
import type { Instant } from '#lib/domain/units.ts';
import { BOOKING_STATUS_WORDS, departureWords, placeWords } from './booking-words.ts';
import { formatInstant } from './format-date.ts';
import { driftFigures, driftHeadline, PASSED_NEXT } from './removal-sentence.ts';

/** The booking of a case in words. */
export type BookingView = {
  id: string;
  seq: number;
  status: BookingStatus;
  statusWords: string;
  takesTime: boolean;
  /** Its time is over. */
  isPassed: boolean;
  when: string;
  where: string;
  /** Until when it is held, why it waits, or where it departs from the plan. */
  note: string | null;
  /** What is wrong with it: its time is over, or the case has moved away from it. */
  amiss: { headline: string; figures: string } | null;
};

export function bookingView(
  { booking, drift }: Pick<RemovalStanding, 'booking' | 'drift'>,
  names: Readonly<Record<string, string>>,
  zone: string,
  caseZone: string,
  now: Instant,
): BookingView | null {
  if (booking === null) return null;
  const isPassed = hasPassed(booking, (at) => at <= now);
  const { roomId, surgeonId, anaesthetistId } = booking.place;
  const who = [surgeonId, anaesthetistId].flatMap((id) => (id === null ? [] : [names[id] ?? 'somebody']));
  return {
    id: booking.id,
    seq: booking.seq,
    status: booking.status,
    statusWords: BOOKING_STATUS_WORDS[booking.status],
    takesTime: takesTime(booking),
    isPassed,
    when: placeWords(booking.place, zone),
    where: `${names[roomId] ?? 'a room'}, ${who.join(', ')}`,
    note: noteOf(booking, zone),
    amiss: isPassed
      ? { headline: 'The time has passed', figures: `${PASSED_NEXT}.` }
      : drift && { headline: driftHeadline(drift, zone), figures: driftFigures(drift, caseZone) },
  };
}

function noteOf({ status, holdUntil, reason, departures }: Booking, zone: string): string | null {
  if (status === 'held' && holdUntil !== null) return `until ${formatInstant(holdUntil, zone)}`;
  if (status === 'postponed' || status === 'cancelled') return reason;
  return departures.length > 0 ? `${departureWords(departures)}: ${reason ?? ''}` : null;
}
