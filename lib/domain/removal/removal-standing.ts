import { type Booking, currentBooking } from '#lib/domain/booking/booking.ts';
import { openComplications } from '#lib/domain/complication/status.ts';
import type { Projection } from '#lib/domain/forecast/forecast.ts';
import type { Course } from '#lib/domain/timeline/course.ts';
import { type BookingDrift, bookingDrift } from './booking-drift.ts';
import { type Criterion, criteriaOf } from './criteria.ts';
import { type RemovalWindow, removalWindow } from './removal-window.ts';

/** Where the second operation of a case stands: disposable, like the judgement that it is part of. */
export type RemovalStanding = {
  window: RemovalWindow;
  /** An infection, a failed device, a course stopped early or an early removal decided: it goes first. */
  isUrgent: boolean;
  criteria: readonly Criterion[];
  booking: Booking | null;
  drift: BookingDrift | null;
};

/** The standing of the removal; null before the index operation, and once the hardware is out. */
export function removalStanding(course: Course, consolidationEnds: Projection): RemovalStanding | null {
  const { kind } = course.phase;
  if (kind === 'planning' || kind === 'follow-up') return null;
  const window = removalWindow(course, consolidationEnds);
  const booking = currentBooking(course.facts.removal.bookings, course.reached);
  const isUrgent =
    course.phase.stoppedEarly ||
    course.phase.earlyRemovalDecidedAt !== null ||
    openComplications(course.facts.complications).some(
      ({ kind: what }) => what === 'infection' || what === 'device-failure',
    );
  return {
    window,
    isUrgent,
    criteria: criteriaOf(course, window),
    booking,
    drift: bookingDrift(course, window, booking),
  };
}
