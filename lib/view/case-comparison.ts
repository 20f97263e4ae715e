import { assessCourse } from '#lib/domain/assess.ts';
import type { Assessment } from '#lib/domain/assessment.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import type { Projection } from '#lib/domain/forecast/forecast.ts';
import { buildCourse } from '#lib/domain/timeline/build-course.ts';
import type { Course } from '#lib/domain/timeline/course.ts';
import { horizonAt } from '#lib/domain/timeline/horizon.ts';
import type { Instant } from '#lib/domain/units.ts';
import { type ExpansionChart, expansionChart } from './expansion-chart.ts';
import { flagSentence } from './flag-sentence.ts';
import { nextSessions, type ToldSession } from './next-sessions.ts';
import { projectionWords } from './projection-words.ts';

/** A figure of the case before and after; equal where nothing changes. */
export type ComparedLine = { what: string; before: string; after: string };

/** What a change of the plan or the course does to a case: the same judgement, made with and without it. */
export type CaseComparison = {
  chart: ExpansionChart | null;
  lines: readonly ComparedLine[];
  flagsAppear: readonly string[];
  flagsVanish: readonly string[];
  /** The next three sessions as the family will be told them; empty when none is planned. */
  sessions: readonly ToldSession[];
};

const SESSIONS = 3;

/** Compares a case as it is with what it would be, both judged at `now`. */
export function compareCases(before: CaseFacts, after: CaseFacts, now: Instant): CaseComparison {
  const [was, is] = [judged(before, now), judged(after, now)];
  return {
    chart:
      is.course.facts.devices.length === 0
        ? null
        : expansionChart(is.course, is.assessment, 'each', null, { ...was, words: 'Plan as it is now' }),
    lines: comparedLines(was.assessment, is.assessment),
    flagsAppear: newFlags(was.assessment, is.assessment, before.zone),
    flagsVanish: newFlags(is.assessment, was.assessment, before.zone),
    sessions: nextSessions(is.course.facts, now, SESSIONS),
  };
}

function judged(facts: CaseFacts, now: Instant): { course: Course; assessment: Assessment } {
  const horizon = horizonAt(now);
  const course = buildCourse(facts, now, horizon);
  return { course, assessment: assessCourse(course, horizon) };
}

function comparedLines(before: Assessment, after: Assessment): readonly ComparedLine[] {
  const line = (what: string, was: Projection | undefined, is: Projection | undefined) => ({
    what,
    before: was ? projectionWords(was) : 'activation is over',
    after: is ? projectionWords(is) : 'activation is over',
  });
  const ends = ({ forecast }: Assessment) =>
    forecast.devices.length === 0 ? undefined : forecast.activationEndsAtPlan;
  return [
    line('End of activation, at plan', ends(before), ends(after)),
    ...after.devices
      .filter(({ inPlace }) => inPlace)
      .map(({ deviceId, label }) => {
        const travel = ({ forecast }: Assessment) =>
          forecast.devices.find((device) => device.deviceId === deviceId)?.travelEnds;
        return line(`${label}: end of travel, if turned on`, travel(before), travel(after));
      }),
    line('End of consolidation', before.forecast.consolidationEnds, after.forecast.consolidationEnds),
  ];
}

/** Headlines of the flags that stand only in the second judgement. */
function newFlags(before: Assessment, after: Assessment, zone: string): readonly string[] {
  const known = new Set(before.flags.map(({ key }) => key));
  return after.flags
    .filter(({ key }) => !known.has(key))
    .map((flag) => flagSentence(flag, { devices: after.devices, zone }).headline);
}
