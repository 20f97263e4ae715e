import { assessCourse } from '#lib/domain/assess.ts';
import type { Assessment } from '#lib/domain/assessment.ts';
import { takesTime } from '#lib/domain/booking/booking.ts';
import type { Flag } from '#lib/domain/deviation/flag.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import type { Projection } from '#lib/domain/forecast/forecast.ts';
import type { BookingDrift } from '#lib/domain/removal/booking-drift.ts';
import { buildCourse } from '#lib/domain/timeline/build-course.ts';
import type { Course } from '#lib/domain/timeline/course.ts';
import { horizonAt } from '#lib/domain/timeline/horizon.ts';
import type { Instant } from '#lib/domain/units.ts';
import { type ExpansionChart, expansionChart } from './expansion-chart.ts';
import { flagSentence } from './flag-sentence.ts';
import { formatInstant } from './format-date.ts';
import { sessionsToTell, type ToldSessions } from './next-sessions.ts';
import { projectionWords } from './projection-words.ts';

/** A figure of the case before and after; equal where nothing changes. */
export type ComparedLine = { what: string; before: string; after: string };

/** What a change of the plan or the course does to a case: the same judgement, made with and without it. */
export type CaseComparison = {
  chart: ExpansionChart | null;
  lines: readonly ComparedLine[];
  flagsAppear: readonly string[];
  flagsVanish: readonly string[];
  /** What more would appear or vanish once a change that begins later has begun, if nothing else happens; null: it holds now. */
  flagsLater: { when: string; appear: readonly string[]; vanish: readonly string[] } | null;
  /** The next three sessions as the family will be told them, in English and in the language of the family. */
  sessions: readonly ToldSessions[];
};

const SESSIONS = 3;

/** A case with its judgement at an instant: made once for all that it is compared with. */
export type JudgedCase = { now: Instant; course: Course; assessment: Assessment };

/** Compares a case as it is with what it would be, both judged at the same instant; flags also at the `start` of the change. */
export function compareCases(was: JudgedCase, after: CaseFacts, start: Instant = was.now): CaseComparison {
  const { now } = was;
  const { zone } = after;
  const is = judgedCase(after, now);
  return {
    chart:
      is.course.facts.devices.length === 0
        ? null
        : expansionChart(is.course, is.assessment, 'each', null, { ...was, words: 'Plan as it is now' }),
    lines: comparedLines(was.assessment, is.assessment, zone),
    flagsAppear: flagsOnlyIn(was.assessment, is.assessment).map((flag) =>
      headline(flag, is.assessment, zone),
    ),
    flagsVanish: flagsOnlyIn(is.assessment, was.assessment).map((flag) =>
      headline(flag, was.assessment, zone),
    ),
    flagsLater: start <= now ? null : flagsLater(was, is, start),
    sessions: sessionsToTell(is.course, SESSIONS),
  };
}

/** The flags in which both cases differ once the change has begun, without those in which they differ by now. */
function flagsLater(was: JudgedCase, is: JudgedCase, start: Instant): CaseComparison['flagsLater'] {
  const { zone } = is.course.facts;
  const [wasThen, isThen] = [judgedCase(was.course.facts, start), judgedCase(is.course.facts, start)];
  const more = (from: Assessment, to: Assessment, known: Assessment, later: Assessment) => {
    const now = new Set(flagsOnlyIn(known, later).map(({ key }) => key));
    return flagsOnlyIn(from, to).flatMap((flag) => (now.has(flag.key) ? [] : headline(flag, to, zone)));
  };
  return {
    when: formatInstant(start, zone),
    appear: more(wasThen.assessment, isThen.assessment, was.assessment, is.assessment),
    vanish: more(isThen.assessment, wasThen.assessment, is.assessment, was.assessment),
  };
}

/** A case judged at an instant. */
export function judgedCase(facts: CaseFacts, now: Instant): JudgedCase {
  const horizon = horizonAt(now);
  const course = buildCourse(facts, now, horizon);
  return { now, course, assessment: assessCourse(course, horizon) };
}

function comparedLines(before: Assessment, after: Assessment, zone: string): readonly ComparedLine[] {
  const line = (what: string, was: Projection | undefined, is: Projection | undefined) =>
    was || is
      ? [
          {
            what,
            before: was ? projectionWords(was) : 'activation is over',
            after: is ? projectionWords(is) : 'activation is over',
          },
        ]
      : [];
  const ends = ({ forecast }: Assessment) =>
    forecast.devices.length === 0 ? undefined : forecast.activationEndsAtPlan;
  return [
    ...line('End of activation, at plan', ends(before), ends(after)),
    ...after.devices
      .filter(({ inPlace }) => inPlace)
      .flatMap(({ deviceId, label }) => {
        const travel = ({ forecast }: Assessment) =>
          forecast.devices.find((device) => device.deviceId === deviceId)?.travelEnds;
        return line(`${label}: end of travel, if turned on`, travel(before), travel(after));
      }),
    ...line('End of consolidation', before.forecast.consolidationEnds, after.forecast.consolidationEnds),
    ...earlyLine(before, after),
    ...bookedLine(before, after, zone),
  ];
}

const DRIFTS: Record<BookingDrift['way'], string> = {
  'too-early': 'too early',
  'too-late': 'too late',
  'not-assessable': 'whether it fits cannot be said',
  'new-complication': 'a complication since it was booked',
};

/** From when the hardware may come out, where a decision moves that away from the end of consolidation. */
function earlyLine(before: Assessment, after: Assessment): readonly ComparedLine[] {
  if (!before.removal?.window.early && !after.removal?.window.early) return [];
  const words = ({ removal }: Assessment) =>
    removal === null
      ? 'nothing to remove'
      : `${projectionWords(removal.window.earliest)}${removal.window.early ? ', consolidation is not waited for' : ''}`;
  return [{ what: 'Removal possible from', before: words(before), after: words(after) }];
}

/** The booked removal, and whether it fits before and after; nothing where none is booked. */
function bookedLine(before: Assessment, after: Assessment, zone: string): readonly ComparedLine[] {
  const words = ({ removal, flags }: Assessment) => {
    if (!removal?.booking || !takesTime(removal.booking)) return null;
    const { drift, booking } = removal;
    const isPassed = flags.some(({ evidence }) => evidence.rule === 'booking-passed');
    const fit = isPassed ? 'its time has passed' : drift ? DRIFTS[drift.way] : 'fits';
    return `${formatInstant(booking.place.startsAt, zone)}, ${fit}`;
  };
  const [was, is] = [words(before), words(after)];
  if (was === null && is === null) return [];
  return [{ what: 'Booked removal', before: was ?? 'none', after: is ?? 'none' }];
}

/** The flags that stand only in the second judgement. */
function flagsOnlyIn(before: Assessment, after: Assessment): readonly Flag[] {
  const known = new Set(before.flags.map(({ key }) => key));
  return after.flags.filter(({ key }) => !known.has(key));
}

function headline(flag: Flag, { devices }: Assessment, zone: string): string {
  return flagSentence(flag, { devices, zone }).headline;
}
