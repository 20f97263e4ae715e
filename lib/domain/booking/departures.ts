import { dayOf } from '#lib/domain/case-day.ts';
import { blockSpans, leaveSpan, openSpans } from '#lib/domain/theatre/block-spans.ts';
import type { Schedule } from '#lib/domain/theatre/schedule.ts';
import { common, isWithin } from '#lib/domain/theatre/spans.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { Departure, Place } from './booking.ts';

/**
 * Where a place departs from the removal window (half-open, null where not known) and from what the theatre plan
 * allows. Each may be overridden with a reason by a role that may; an overlap never, and is not asked about here.
 */
export function departuresOf(
  place: Place,
  window: { from: Instant | null; until: Instant | null },
  schedule: Schedule,
): Departure[] {
  const { zone } = schedule;
  const span = { from: place.startsAt, until: place.endsAt };
  const day = dayOf(zone, place.startsAt);
  const departures: Departure[] = [];
  if (window.from === null || window.until === null) departures.push('window-not-assessable');
  if (window.from !== null && span.from < window.from) departures.push('before-window');
  if (window.until !== null && span.from >= window.until) departures.push('after-window');
  const isInBlock = blockSpans(schedule, day, day + 1).some(
    (block) => block.roomId === place.roomId && block.surgeonId === place.surgeonId && isWithin(span, block),
  );
  if (!isInBlock) departures.push('outside-block');
  const room = schedule.rooms.find(({ id }) => id === place.roomId);
  const isOpen = room && openSpans(zone, room, day, day + 1).some((hours) => isWithin(span, hours));
  if (!isOpen) departures.push('outside-hours');
  const isAway = schedule.leave.some(
    (leave) =>
      (leave.whoId === place.surgeonId || leave.whoId === place.anaesthetistId) &&
      common(leaveSpan(zone, leave), span) !== null,
  );
  if (isAway) departures.push('on-leave');
  return departures;
}
