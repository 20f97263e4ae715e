import { currentBooking, hasPassed } from '#lib/domain/booking/booking.ts';
import { dayOf } from '#lib/domain/case-day.ts';
import type { Rule } from '#lib/domain/deviation/rule.ts';
import type { Instant } from '#lib/domain/units.ts';

export type BookingPassedEvidence = {
  rule: 'booking-passed';
  /** The time that is over. */
  startsAt: Instant;
  endsAt: Instant;
  /** Whether it was only held. */
  isHeld: boolean;
};

/**
 * A time in theatre that is over while the hardware is in place by the record: the removal was done and not recorded, or it
 * was not done and nothing else is booked. Fires at the planned end (`>=`), and stands until one of both is said.
 */
export const bookingPassed: Rule<BookingPassedEvidence> = (course) => {
  const { kind } = course.phase;
  if (kind === 'planning' || kind === 'follow-up') return [];
  const booking = currentBooking(course.facts.removal.bookings, course.reached);
  if (booking === null || !hasPassed(booking, course.reached)) return [];
  const { startsAt, endsAt } = booking.place;
  return [
    {
      level: 'look-today',
      deviceId: null,
      onset: { day: dayOf(course.facts.zone, endsAt), slot: 0 },
      evidence: { rule: 'booking-passed', startsAt, endsAt, isHeld: booking.status === 'held' },
    },
  ];
};
