import { type BookingStatus, currentBooking, takesTime } from '#lib/domain/booking/booking.ts';
import { startOfDay } from '#lib/domain/case-day.ts';
import type { Rule } from '#lib/domain/deviation/rule.ts';
import { consolidationEnd } from '#lib/domain/forecast/consolidation-end.ts';
import { removalWindow } from '#lib/domain/removal/removal-window.ts';
import type { Day, Instant } from '#lib/domain/units.ts';

export type RemovalUnbookedEvidence = {
  rule: 'removal-unbooked';
  /** First day on which the hardware may come out. */
  earliestDay: Day;
  /** When early removal was decided, where the window begins with that; null: consolidation is complete. */
  earlyRemovalAt: Instant | null;
  /** What became of an earlier booking; null: there was none. */
  earlier: BookingStatus | null;
};

/** The rest of the course in which a removal is due: nothing is left to project. */
const NOTHING_AHEAD = { kind: 'not-assessable', reason: 'no-target' } as const;

/**
 * Consolidation is complete, or early removal is decided, and no theatre is booked. Fires on the first day of the removal window (`>=`), until the
 * removal is overdue, which is said instead.
 */
export const removalUnbooked: Rule<RemovalUnbookedEvidence> = (course) => {
  if (course.phase.kind !== 'consolidation') return [];
  const { zone, removal } = course.facts;
  const { earliest, latestDay, early } = removalWindow(course, consolidationEnd(course, NOTHING_AHEAD));
  if (earliest.kind !== 'day' || latestDay === null) return [];
  const booking = currentBooking(removal.bookings, course.reached);
  if (booking !== null && takesTime(booking)) return [];
  if (!course.reached(startOfDay(zone, earliest.day))) return [];
  if (course.reached(startOfDay(zone, latestDay + 1))) return [];
  return [
    {
      level: 'look-today',
      deviceId: null,
      onset: { day: earliest.day, slot: 0 },
      evidence: {
        rule: 'removal-unbooked',
        earliestDay: earliest.day,
        earlyRemovalAt: early?.decidedAt ?? null,
        earlier: booking?.status ?? null,
      },
    },
  ];
};
