import { type Booking, hasPassed, takesTime } from '#lib/domain/booking/booking.ts';
import type { Complication } from '#lib/domain/complication/complication.ts';
import { openComplications } from '#lib/domain/complication/status.ts';
import type { CourseEvent } from '#lib/domain/facts.ts';
import type { Course } from '#lib/domain/timeline/course.ts';
import type { Day, Instant } from '#lib/domain/units.ts';
import { type RemovalWindow, windowInstants } from './removal-window.ts';

/** What was recorded after a booking was made and moved the window under it, or stands in the way. */
export type DriftCause =
  | { kind: 'version'; version: number; recordedAt: Instant }
  | { kind: 'event'; event: CourseEvent['kind']; recordedAt: Instant }
  /** A complication that is open; its kind. */
  | { kind: 'complication'; complication: Pick<Complication, 'kind' | 'failure'>; recordedAt: Instant }
  /** No decision: the turns themselves went faster or slower than was projected. */
  | { kind: 'course' };

type Decision = Extract<DriftCause, { kind: 'version' | 'event' }>;

/** A booking that no longer fits the case. */
export type BookingDrift = {
  way: 'too-early' | 'too-late' | 'not-assessable' | 'new-complication';
  startsAt: Instant;
  /** The window now, and as it was when the booking was made; null: not assessable. */
  earliestDay: Day | null;
  latestDay: Day | null;
  earliestDayThen: Day | null;
  cause: DriftCause;
};

/**
 * Whether the window has moved away from a booking since it was made. A booking that was put outside the window on purpose
 * has not drifted as long as the window is no further from it than it was then; one whose time is over is past fitting.
 */
export function bookingDrift(
  course: Course,
  window: RemovalWindow,
  booking: Booking | null,
): BookingDrift | null {
  if (booking === null || !takesTime(booking) || hasPassed(booking, course.reached)) return null;
  const { startsAt } = booking.place;
  const { from, until } = windowInstants(window, course.facts.zone);
  const earliestDay = window.earliest.kind === 'day' ? window.earliest.day : null;
  const drift = (way: BookingDrift['way']): BookingDrift => ({
    way,
    startsAt,
    earliestDay,
    latestDay: window.latestDay,
    earliestDayThen: booking.earliestDay,
    cause: causeSince(course, booking.placedAt),
  });
  if (from === null || until === null) return booking.earliestDay === null ? null : drift('not-assessable');
  const wasAsked = (departure: 'before-window' | 'after-window') => booking.departures.includes(departure);
  if (startsAt < from) {
    const isAccepted =
      wasAsked('before-window') && booking.earliestDay !== null && (earliestDay ?? 0) <= booking.earliestDay;
    return isAccepted ? null : drift('too-early');
  }
  if (startsAt >= until) {
    // Overdue already when it was booked: then any time was better than none.
    const isAccepted =
      booking.placedAt >= until ||
      (wasAsked('after-window') &&
        booking.latestDay !== null &&
        (window.latestDay ?? 0) >= booking.latestDay);
    return isAccepted ? null : drift('too-late');
  }
  const complication = complicationSince(course, booking.placedAt);
  return complication && { ...drift('new-complication'), cause: complication };
}

/** The latest complication that is open and was recorded after the booking was given its time. */
function complicationSince({ facts }: Course, since: Instant): DriftCause | null {
  let latest: Complication | null = null;
  for (const one of openComplications(facts.complications))
    if (one.recordedAt >= since && (latest === null || one.recordedAt > latest.recordedAt)) latest = one;
  if (latest === null) return null;
  const { kind, failure, recordedAt } = latest;
  return { kind: 'complication', complication: { kind, failure }, recordedAt };
}

/** The latest decision about the course that was recorded when the booking was given its time, or after it. */
function causeSince({ facts }: Course, since: Instant): DriftCause {
  const versions = facts.versions.map(
    ({ version, recordedAt }): Decision => ({
      kind: 'version',
      version,
      recordedAt,
    }),
  );
  const events = facts.events.map(
    ({ kind, recordedAt }): Decision => ({
      kind: 'event',
      event: kind,
      recordedAt,
    }),
  );
  let cause: Decision | null = null;
  for (const one of [...versions, ...events])
    if (one.recordedAt >= since && (cause === null || one.recordedAt >= cause.recordedAt)) cause = one;
  return cause ?? { kind: 'course' };
}
