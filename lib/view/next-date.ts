import { hasPassed, takesTime } from '#lib/domain/booking/booking.ts';
import { dayOf } from '#lib/domain/case-day.ts';
import type { Projection } from '#lib/domain/forecast/forecast.ts';
import type { ListedAssessment } from '#lib/domain/listed-assessment.ts';
import type { Instant } from '#lib/domain/units.ts';
import { formatDay, formatInstant, zoneNote } from './format-date.ts';

type Next = { what: string; when: string };

/** What a theatre time is read with: its own clock, where that is not the one of the case, and what is over. */
export type TheatreClock = { clinicZone: string; zone: string; now: Instant };

/**
 * What comes next in a case, and when: the first turn, the end of activation, the theatre that is booked, the end of
 * consolidation, or an early removal.
 */
export function nextDate(assessment: ListedAssessment, clock: TheatreClock): Next | null {
  const { phase, nextSlot, forecast, removal } = assessment;
  const { zone } = clock;
  const theatre = theatreTime(removal?.booking ?? null, clock);
  switch (phase.kind) {
    case 'latency':
      return nextSlot && { what: 'First turn', when: formatInstant(nextSlot.at, zone) };
    case 'activation': {
      const target = forecast.activationEndsAtPlan;
      const isLater = target.kind === 'day' && theatre !== null && dayOf(zone, theatre.startsAt) > target.day;
      return isLater
        ? projected('Target, at plan', target)
        : (theatre ?? projected('Target, at plan', target));
    }
    case 'consolidation':
      if (theatre !== null) return theatre;
      if (removal?.window.early) {
        return {
          what: 'Early removal',
          when: `decided ${formatInstant(removal.window.early.decidedAt, zone)}`,
        };
      }
      return projected('Consolidated', forecast.consolidationEnds);
    case 'planning':
    case 'follow-up':
      return null;
  }
}

/** `Theatre` and `09-Dec-2026 07:30`; null where none is booked or held. */
export function theatreTime(
  booking: NonNullable<ListedAssessment['removal']>['booking'],
  { clinicZone, zone, now }: TheatreClock,
): (Next & { startsAt: Instant }) | null {
  if (booking === null || !takesTime(booking)) return null;
  const { startsAt } = booking.place;
  const isPassed = hasPassed(booking, (at) => at <= now);
  const what = isPassed
    ? 'Theatre, time has passed'
    : booking.status === 'held'
      ? 'Theatre, held'
      : 'Theatre';
  return { what, when: `${formatInstant(startsAt, clinicZone)}${zoneNote(clinicZone, zone)}`, startsAt };
}

function projected(what: string, projection: Projection): Next | null {
  if (projection.kind === 'day') return { what, when: formatDay(projection.day) };
  return projection.kind === 'reached' ? { what, when: 'reached' } : null;
}
