import type { BookingChange, BookingState } from '#lib/domain/booking/booking.ts';
import { startOfDay } from '#lib/domain/case-day.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import type { CheckState } from '#lib/domain/removal/removal-facts.ts';
import { formatInstant } from '#lib/view/format-date.ts';
import type { TimelineContext, TimelineEntry } from './timeline-entry.ts';

const BOOKING_WORDS: Record<BookingChange, string> = {
  held: 'Theatre held',
  confirmed: 'Theatre confirmed',
  moved: 'Theatre moved',
  postponed: 'Removal postponed',
  cancelled: 'Theatre cancelled',
  expired: 'Hold of a theatre ran out',
  done: 'Theatre time used',
};

const CHECK_WORDS: Record<CheckState, string> = {
  passed: 'passed',
  failed: 'failed',
  'not-needed': 'not needed',
};

/** What became of the time in theatre, the pre-operative checks, and the visits that were planned with the removal. */
export function removalEntries({ removal, zone }: CaseFacts, { path }: TimelineContext): TimelineEntry[] {
  const href = `${path}/removal`;
  return [
    ...removal.bookings.map(
      (state): TimelineEntry => ({
        key: `${state.bookingId}:${state.seq}`,
        kind: 'booking',
        at: state.recordedAt,
        recordedAt: state.recordedAt,
        title: bookingTitle(state, zone),
        detail: state.reason,
        href,
      }),
    ),
    ...removal.checks.map(({ id, key, state, note, recordedAt }): TimelineEntry => {
      const label = removal.template.find((line) => line.key === key)?.label ?? key;
      const title = `Check before removal: ${label}, ${CHECK_WORDS[state]}`;
      return { key: id, kind: 'booking', at: recordedAt, recordedAt, title, detail: note, href };
    }),
    ...removal.visits.map(
      ({ id, day, purpose, recordedAt }): TimelineEntry => ({
        key: id,
        kind: 'follow-up',
        at: startOfDay(zone, day),
        isWholeDay: true,
        recordedAt,
        title: `Visit planned: ${purpose}`,
        detail: null,
        href: `${href}#report`,
      }),
    ),
  ];
}

function bookingTitle({ change, place }: BookingState, zone: string): string {
  return place === null
    ? BOOKING_WORDS[change]
    : `${BOOKING_WORDS[change]}: ${formatInstant(place.startsAt, zone)}`;
}
