import { isoDay, localTime } from '#lib/domain/case-day.ts';
import type { Day, Instant } from '#lib/domain/units.ts';
import { placeWords } from './booking-words.ts';
import { formatDay, formatMinute } from './format-date.ts';

type Report = {
  startedAt: Instant;
  endedAt: Instant;
  findings: string;
  stayedIn: string | null;
  complications: string | null;
  visits: readonly { id: string; day: Day; purpose: string }[];
};

export type RemovalReportView = {
  when: string;
  findings: string;
  stayedIn: string;
  complications: string;
  visits: readonly { id: string; day: string; purpose: string }[];
};

/** The report of a removal in words, on the clock of the clinic. */
export function removalReportView(report: Report, zone: string): RemovalReportView {
  return {
    when: placeWords({ startsAt: report.startedAt, endsAt: report.endedAt }, zone),
    findings: report.findings,
    stayedIn: report.stayedIn ?? 'nothing said to stay in',
    complications: report.complications ?? 'none said',
    visits: report.visits.map(({ id, day, purpose }) => ({ id, day: formatDay(day), purpose })),
  };
}

/** What the form of a removal starts from: the times that were booked, where they have come. */
export function doneDraft(
  booked: { startsAt: Instant; endsAt: Instant } | null,
  zone: string,
  now: Instant,
): { startedDay: string; startedTime: string; endedTime: string } {
  if (booked === null || booked.startsAt > now)
    return { startedDay: isoDay(localTime(zone, now).day), startedTime: '', endedTime: '' };
  const started = localTime(zone, booked.startsAt);
  return {
    startedDay: isoDay(started.day),
    startedTime: formatMinute(started.minute),
    endedTime: booked.endsAt > now ? '' : formatMinute(localTime(zone, booked.endsAt).minute),
  };
}
