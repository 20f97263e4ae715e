import type { DeviceProgress } from '#lib/domain/assessment.ts';
import type { DeviceForecast } from '#lib/domain/forecast/forecast.ts';
import type { Um } from '#lib/domain/units.ts';
import { formatDayShort } from '#lib/view/format-date.ts';
import { type LocalX, pathX, pathY, percentX, type TimeSpan, tenthsX, type YScale } from './chart-scale.ts';
import { dayIn } from './chart-time.ts';
import type { DrawnLine } from './step-path.ts';
import type { Pieces } from './stroke.ts';

/** From the level that the forecast takes for the present one to the target: at plan, at the present pace, and the fan between the two. */
export type ForecastPaths = {
  atPlan: string;
  atPace: string;
  fan: string;
  toTravelEnd: string;
  /** Where the lines meet the target, with the day. */
  ends: readonly { kind: 'plan' | 'pace'; x: number; y: number; day: string }[];
};

type Point = { x: LocalX; um: Um };

const MIDDAY = 0.5;

/** Null when neither plan nor pace leads anywhere, which is said in words instead. `lines`: the pieces of its lines. */
export function forecastPaths(
  forecast: DeviceForecast,
  progress: DeviceProgress,
  fromX: LocalX,
  span: TimeSpan,
  scale: YScale,
): { paths: ForecastPaths; lines: readonly Pieces[] } | null {
  const start: Point = { x: fromX, um: forecast.assumedUm };
  const plan = pointAt(dayIn(forecast.targetAtPlan), forecast.targetUm, start);
  const pace = pointAt(dayIn(forecast.targetAtPace), forecast.targetUm, start);
  const travelUm = travelEndUm(progress);
  const isDrawn = travelUm !== null && travelUm <= scale.highUm;
  const travel = isDrawn ? pointAt(dayIn(forecast.travelEnds), travelUm, start) : null;
  if (plan === null && pace === null && travel === null) return null;
  const atPlan = lineTo(plan, start, span, scale);
  const atPace = lineTo(pace, start, span, scale);
  const beyond = plan !== null && travel !== null && plan.um < travel.um && plan.x < travel.x;
  const toTravelEnd = lineTo(travel, beyond ? plan : start, span, scale);
  return {
    paths: {
      atPlan: atPlan.path,
      atPace: atPace.path,
      fan: plan === null || pace === null ? '' : fanPath(start, plan, pace, span, scale),
      toTravelEnd: toTravelEnd.path,
      ends: [endAt('plan', plan, span, scale), endAt('pace', pace, span, scale)].flatMap((end) => end ?? []),
    },
    lines: [atPlan.pieces, atPace.pieces, toTravelEnd.pieces],
  };
}

/** The line to a point; nothing where there is none. */
function lineTo(to: Point | null, from: Point, span: TimeSpan, scale: YScale): DrawnLine {
  if (to === null) return { path: '', pieces: new Float64Array() };
  const end = cut(from, to, span);
  return {
    path: `M${at(from, span, scale)}L${at(end, span, scale)}`,
    pieces: Float64Array.of(...placeOf(from, span, scale), ...placeOf(end, span, scale)),
  };
}

function endAt(kind: 'plan' | 'pace', point: Point | null, span: TimeSpan, scale: YScale) {
  if (point === null || point.x > span.to) return null;
  const day = formatDayShort(Math.floor(point.x));
  return { kind, x: percentX(span, point.x), y: pathY(scale, point.um), day };
}

/** Expansion since placement at which no travel is left; null when the travel is not known. */
export function travelEndUm(progress: DeviceProgress): Um | null {
  return progress.remainingTravelUm === null ? null : progress.reportedUm + progress.remainingTravelUm;
}

function pointAt(day: number | null, um: Um | null, start: Point): Point | null {
  return day === null || um === null ? null : { x: Math.max(day + MIDDAY, start.x), um };
}

function fanPath(start: Point, plan: Point, pace: Point, span: TimeSpan, scale: YScale): string {
  const ends = [cut(start, plan, span), cut(start, pace, span)];
  const corner = pace.x > span.to && plan.x < span.to ? [{ x: span.to, um: pace.um }] : [];
  return `M${[start, ends[0], ...corner, ends[1]].map((point) => at(point ?? start, span, scale)).join('L')}Z`;
}

/** The point itself, or where the line to it leaves the drawing. */
function cut(from: Point, to: Point, span: TimeSpan): Point {
  if (to.x <= span.to) return to;
  const share = (span.to - from.x) / (to.x - from.x);
  return { x: span.to, um: Math.round(from.um + (to.um - from.um) * share) };
}

function at(point: Point, span: TimeSpan, scale: YScale): string {
  return `${pathX(span, point.x)} ${pathY(scale, point.um)}`;
}

function placeOf(point: Point, span: TimeSpan, scale: YScale): readonly [number, number] {
  return [tenthsX(span, point.x) / 100, pathY(scale, point.um)];
}
