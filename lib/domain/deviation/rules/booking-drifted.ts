import { currentBooking, takesTime } from '#lib/domain/booking/booking.ts';
import { dayOf } from '#lib/domain/case-day.ts';
import type { Rule } from '#lib/domain/deviation/rule.ts';
import { forecast } from '#lib/domain/forecast/project.ts';
import { type BookingDrift, bookingDrift } from '#lib/domain/removal/booking-drift.ts';
import { removalWindow } from '#lib/domain/removal/removal-window.ts';

export type BookingDriftedEvidence = BookingDrift & { rule: 'booking-drifted' };

/** A booked removal that the case has moved away from: too early, too late, or no longer to be judged. */
export const bookingDrifted: Rule<BookingDriftedEvidence> = (course) => {
  const { kind } = course.phase;
  if (kind === 'planning' || kind === 'follow-up') return [];
  const booking = currentBooking(course.facts.removal.bookings, course.reached);
  if (booking === null || !takesTime(booking)) return [];
  const window = removalWindow(course, forecast(course).consolidationEnds);
  const drift = bookingDrift(course, window, booking);
  if (drift === null) return [];
  const { cause } = drift;
  const onset = cause.kind === 'course' ? null : { day: dayOf(course.facts.zone, cause.recordedAt), slot: 0 };
  return [{ level: 'look-today', deviceId: null, onset, evidence: { rule: 'booking-drifted', ...drift } }];
};
