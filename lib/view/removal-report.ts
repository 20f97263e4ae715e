import { isoDay, localTime } from '#lib/domain/case-day.ts';
import type { Complication } from '#lib/domain/complication/complication.ts';
import { complicationStatus, gradesOf } from '#lib/domain/complication/status.ts';
import type { OpenMatters } from '#lib/domain/phase/completion.ts';
import type { Day, Instant } from '#lib/domain/units.ts';
import { placeWords } from './booking-words.ts';
import { complicationWords, gradeWords } from './complication-words.ts';
import { formatDay, formatMinute } from './format-date.ts';

type Report = {
  startedAt: Instant;
  endedAt: Instant;
  findings: string;
  stayedIn: string | null;
  complications: string | null;
  complicationIds: readonly string[];
  visits: readonly { id: string; day: Day; purpose: string }[];
};

/** `advice` leads to the link under which the case is closed. */
export type KeptOpen = { title: string; advice: string };

export type RemovalReportView = {
  when: string;
  findings: string;
  stayedIn: string;
  /** Those of the case that were seen at it. */
  complications: readonly { id: string; words: string }[];
  /** What was said of complications in words alone; null: nothing. */
  complicationWords: string | null;
  visits: readonly { id: string; day: string; purpose: string }[];
};

/** The report of a removal in words, on the clock of the clinic; `known`: the complications of the case that stand. */
export function removalReportView(
  report: Report,
  known: readonly Complication[],
  zone: string,
): RemovalReportView {
  return {
    when: placeWords({ startsAt: report.startedAt, endsAt: report.endedAt }, zone),
    findings: report.findings,
    stayedIn: report.stayedIn ?? 'nothing said to stay in',
    complications: report.complicationIds.map((id) => {
      const one = known.find((complication) => complication.id === id);
      if (!one) return { id, words: 'A complication that was withdrawn' };
      const { clavienDindo, severity } = gradesOf(one);
      const state = complicationStatus(one).kind === 'open' ? 'open' : 'resolved';
      return { id, words: `${complicationWords(one)}, ${gradeWords(clavienDindo, severity)}; ${state}` };
    }),
    complicationWords: report.complications,
    visits: report.visits.map(({ id, day, purpose }) => ({ id, day: formatDay(day), purpose })),
  };
}

/** The report of a removal as lines of a letter. */
export function removalLines(report: RemovalReportView): readonly { term: string; value: string }[] {
  const seen = report.complications.map(({ words }) => words);
  const visits = report.visits.map(({ day, purpose }) => `${day}: ${purpose}`);
  return [
    { term: 'When', value: report.when },
    { term: 'Findings', value: report.findings },
    { term: 'Stayed in', value: report.stayedIn },
    {
      term: 'Complications at it',
      value: [...seen, report.complicationWords].filter(Boolean).join('. ') || 'none said',
    },
    { term: 'Visits planned', value: visits.join('; ') || 'none' },
  ];
}

/** What the form starts from that adds the report to an operation: what is known of it, on the clock of the clinic. */
export function reportDraft({ endedAt, note }: { endedAt: Instant; note: string | null }, zone: string) {
  const { day, minute } = localTime(zone, endedAt);
  return {
    startedDay: isoDay(day),
    startedTime: '',
    endedTime: formatMinute(minute),
    findings: note ?? undefined,
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

/** Why a case whose removal is recorded is open still, and what closes it. `unreported`: an operation without its report. */
export function keptOpenWords(
  { inPlace, complications }: OpenMatters,
  unreported: { words: string } | null,
): KeptOpen {
  const matters = [
    inPlace.length > 0 ? `Still in place: ${inPlace.join(', ')}.` : null,
    complications.length > 0
      ? `Not resolved: ${complications.map(complicationWords).join(', ').toLowerCase()}.`
      : null,
    unreported === null ? null : `Without a report: ${unreported.words}.`,
  ].filter(Boolean);
  return matters.length === 0
    ? { title: 'Nothing keeps the case open any more', advice: 'Close it under' }
    : { title: `The case stays open. ${matters.join(' ')}`, advice: 'Settled, it is closed under' };
}
