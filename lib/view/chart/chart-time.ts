import type { Assessment } from '#lib/domain/assessment.ts';
import { dayOf } from '#lib/domain/case-day.ts';
import type { Projection } from '#lib/domain/forecast/forecast.ts';
import type { Course } from '#lib/domain/timeline/course.ts';
import type { Day } from '#lib/domain/units.ts';
import { isDrawn } from '#lib/view/adherence-calendar.ts';
import { type DayRange, dayPage, type LeftOut } from '#lib/view/day-pages.ts';
import { formatDay, formatDayShort } from '#lib/view/format-date.ts';
import { localX, percentX, type TimeSpan } from './chart-scale.ts';

/** How much of the case is drawn: activation (and what is forecast of it), everything to today, or a long course up to a day. */
export type ChartRange = 'activation' | 'course' | { until: Day };

export type TimeWindow = {
  span: TimeSpan;
  range: 'activation' | 'course';
  /** Whether the two ranges differ, so that a choice is worth offering. */
  hasChoice: boolean;
  /** Local day that counts as day 1 of activation; null before a plan or a turn. */
  dayOne: Day | null;
  /** What a long course leaves out on either side; null: nothing. */
  earlier: LeftOut | null;
  later: LeftOut | null;
  /** The last day whose slots are read out. */
  lastSlotDay: Day;
  /** After which day nothing was asked or reported for so long that no slot of it is read out; null: there is no such day. */
  endedOn: string | null;
};

/**
 * Days with slots that are drawn at once, as many as the calendar has: nearly every activation fits, and the page of a
 * case that stays open for years keeps its size.
 */
const PAGE_DAYS = 182;
const LONGEST_FORECAST_DAYS = 60;

/**
 * What the time axis shows. Consolidation of a year would leave no room for activation, so it is then left to `course`;
 * of slots that go on for longer than half a year, the page that holds the day that is asked for, else the latest.
 */
export function timeWindow(course: Course, assessment: Assessment, asked: ChartRange | null): TimeWindow {
  const today = dayOf(course.facts.zone, course.asOf);
  const { isOver, ...slots } = slotDays(course) ?? { from: today, through: today, isOver: false };
  const page = dayPage(
    slots,
    PAGE_DAYS,
    typeof asked === 'object' && asked !== null ? asked.until : slots.through,
  );
  const from = page.earlier === null ? firstDay(course, today) : page.from;
  const range = typeof asked === 'string' ? asked : null;
  const { to, ...offered } = rangeFrom(from, isOver ? slots.through : null, {
    course,
    assessment,
    today,
    range,
  });
  return {
    span: { from, to: page.later === null ? to : page.through + 1 },
    ...offered,
    dayOne: firstActivationDay(course),
    earlier: page.earlier,
    later: page.later,
    lastSlotDay: page.through,
    endedOn: isOver && page.later === null ? formatDay(page.through) : null,
  };
}

type Asked = { course: Course; assessment: Assessment; today: Day; range: TimeWindow['range'] | null };

/**
 * The end of the drawn time where nothing later is left out, and which ranges there are. `quietFrom`: the last day with
 * slots of which anything is to be said, where half a year of days without is behind.
 */
function rangeFrom(
  from: Day,
  quietFrom: Day | null,
  { course: { facts, phase }, assessment, today, range: asked }: Asked,
): { to: Day } & Pick<TimeWindow, 'range' | 'hasChoice'> {
  const endedAt = phase.activationEndedAt ?? phase.consolidationStartedAt ?? phase.removedAt;
  const ended = endedAt === null ? quietFrom : dayOf(facts.zone, endedAt);
  if (ended === null) {
    const last = Math.max(today + 1, lastForecastDay(assessment, today), from + 6);
    return { to: last + 1 + Math.ceil((last - from) / 10), range: 'course', hasChoice: false };
  }
  const shortTo = ended + Math.max(4, Math.ceil((ended - from) / 5));
  const wholeTo = Math.max(today + 2, shortTo);
  const hasChoice = wholeTo - from > 1.6 * (shortTo - from);
  const range = asked ?? (hasChoice ? 'activation' : 'course');
  return { to: range === 'course' || !hasChoice ? wholeTo : shortTo, range, hasChoice };
}

/**
 * From the first slot that has begun to the last; null before there is one. `isOver`: those in which nothing was asked any
 * more are left out, because the page would be full of nothing.
 */
function slotDays({ devices }: Course): (DayRange & { isOver: boolean }) | null {
  const first = devices.flatMap(({ entries }) => entries[0]?.day ?? []);
  const begun = devices.flatMap(
    ({ entries }) => entries.findLast(({ status }) => status !== 'future')?.day ?? [],
  );
  if (first.length === 0 || begun.length === 0) return null;
  const from = Math.min(...first);
  const last = Math.max(...begun);
  const asked = devices.flatMap(({ entries }) => entries.findLast(isDrawn)?.day ?? []);
  const through = Math.max(Math.min(last, from + PAGE_DAYS - 1), ...asked);
  return { from, through, isOver: through < last };
}

function firstDay(course: Course, today: Day): Day {
  const { facts, phase } = course;
  const days = facts.devices.map((device) => dayOf(facts.zone, device.placedAt));
  if (phase.operatedAt !== null) days.push(dayOf(facts.zone, phase.operatedAt));
  for (const version of facts.versions) days.push(version.fromDay);
  return Math.min(today, ...days);
}

function firstActivationDay(course: Course): Day | null {
  const { facts, phase } = course;
  if (phase.firstTurnAt !== null) return dayOf(facts.zone, phase.firstTurnAt);
  return facts.versions.length === 0 ? null : Math.min(...facts.versions.map(({ fromDay }) => fromDay));
}

function lastForecastDay(assessment: Assessment, today: Day): Day {
  const days = assessment.forecast.devices.flatMap(({ targetAtPlan, targetAtPace, travelEnds }) => [
    dayIn(targetAtPlan),
    dayIn(targetAtPace),
    targetAtPlan.kind === 'not-assessable' ? dayIn(travelEnds) : null,
  ]);
  const known = days.filter((day): day is Day => day !== null);
  return Math.min(Math.max(today, ...known), today + LONGEST_FORECAST_DAYS);
}

export function dayIn(projection: Projection): Day | null {
  return projection.kind === 'day' ? projection.day : null;
}

/** A mark on the time axis: its date, and the number of the day of activation. `wide`: only where there is room. */
export type TimeTick = { x: number; date: string; dayNumber: string; wide: boolean };

const DAY_STEPS = [1, 2, 7, 14, 28, 56, 84, 168];
const MOST_TICKS = 8;

/** Ticks on day 1 of activation and every so many days before and after it. */
export function timeTicks({ span, dayOne }: TimeWindow): readonly TimeTick[] {
  const step = DAY_STEPS.find((days) => (span.to - span.from) / days <= MOST_TICKS) ?? 336;
  const anchor = dayOne ?? span.from;
  const before = Math.floor((anchor - span.from) / step);
  const ticks: TimeTick[] = [];
  let year = '';
  for (let day = anchor - before * step; day < span.to; day += step) {
    const full = formatDay(day);
    const number = dayOne === null || day < dayOne ? '' : `day ${day - dayOne + 1}`;
    const isOdd = Math.abs(Math.round((day - anchor) / step)) % 2 === 1;
    ticks.push({
      x: percentX(span, day),
      date: full.endsWith(year) && year !== '' ? formatDayShort(day) : full,
      dayNumber: number,
      wide: isOdd,
    });
    if (!isOdd) year = full.slice(-4);
  }
  return ticks;
}

/** Where the present is, in per cent; null when it is not drawn. */
export function todayX(course: Course, span: TimeSpan): number | null {
  const x = localX(course.facts.zone, course.asOf);
  return x >= span.from && x <= span.to ? percentX(span, x) : null;
}
