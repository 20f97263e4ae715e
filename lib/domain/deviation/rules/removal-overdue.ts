import { currentBooking, takesTime } from '#lib/domain/booking/booking.ts';
import { startOfDay } from '#lib/domain/case-day.ts';
import { extentSince } from '#lib/domain/deviation/extent.ts';
import type { Rule } from '#lib/domain/deviation/rule.ts';
import { consolidationEnd } from '#lib/domain/forecast/consolidation-end.ts';
import { removalWindow } from '#lib/domain/removal/removal-window.ts';
import { type Day, HOUR_MS, type Instant } from '#lib/domain/units.ts';

export type RemovalOverdueEvidence = {
  rule: 'removal-overdue';
  /** Planned end of consolidation, or the day on which early removal was decided. */
  earliestDay: Day;
  /** When early removal was decided, where the days are counted from that. */
  earlyRemovalAt: Instant | null;
  /** First day that is overdue: `overdueDays` after it. */
  overdueDay: Day;
  overdueDays: number;
  bookedAt: Instant | null;
};

const NOTHING_AHEAD = { kind: 'not-assessable', reason: 'no-target' } as const;

/**
 * The hardware is still in place `overdueDays` after the planned end of consolidation, or after early removal was decided
 * (clinic default 28; none published, clinical.md §6). Fires on that day (`>=`), and is worse with each further such time.
 */
export const removalOverdue: Rule<RemovalOverdueEvidence> = (course) => {
  if (course.phase.kind !== 'consolidation') return [];
  const { zone, removal } = course.facts;
  const { earliest, latestDay, early } = removalWindow(course, consolidationEnd(course, NOTHING_AHEAD));
  if (earliest.kind !== 'day' || latestDay === null) return [];
  const overdueDay = latestDay + 1;
  if (!course.reached(startOfDay(zone, overdueDay))) return [];
  const booking = currentBooking(removal.bookings, course.reached);
  return [
    {
      level: 'look-today',
      extent: extentSince(course, startOfDay(zone, earliest.day), removal.overdueDays * 24 * HOUR_MS),
      deviceId: null,
      onset: { day: overdueDay, slot: 0 },
      evidence: {
        rule: 'removal-overdue',
        earliestDay: earliest.day,
        earlyRemovalAt: early?.decidedAt ?? null,
        overdueDay,
        overdueDays: removal.overdueDays,
        bookedAt: booking !== null && takesTime(booking) ? booking.place.startsAt : null,
      },
    },
  ];
};
