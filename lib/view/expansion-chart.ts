import type { Assessment } from '#lib/domain/assessment.ts';
import { firstVersion } from '#lib/domain/protocol/version.ts';
import type { Course } from '#lib/domain/timeline/course.ts';
import {
  type PhaseBand,
  phaseBands,
  type VersionMark,
  versionMarks,
  versionStartX,
} from '#lib/view/chart/chart-bands.ts';
import { type ChartLabels, chartLabels } from '#lib/view/chart/chart-labels.ts';
import { gapMeasurements } from '#lib/view/chart/chart-measured.ts';
import { type DeviceInput, drawnRange, type Panel, panelOf } from '#lib/view/chart/chart-panel.ts';
import { type DevicePlanSteps, planSteps } from '#lib/view/chart/chart-plan.ts';
import { correctedSlots } from '#lib/view/chart/chart-reported.ts';
import { type LocalX, localX, type TimeSpan } from '#lib/view/chart/chart-scale.ts';
import { type SlotReadings, slotReadings } from '#lib/view/chart/chart-slots.ts';
import {
  type ChartRange,
  type TimeTick,
  type TimeWindow,
  timeTicks,
  timeWindow,
  todayX,
} from '#lib/view/chart/chart-time.ts';

/** Which devices are drawn: a panel for each, all in one panel, or one alone by its id. */
export type ChartChoice = 'each' | 'together' | { deviceId: string };

/** The chart as finished points: x in per cent or thousandths of the width, y in pixels. */
export type ExpansionChart = {
  choice: ChartChoice;
  window: TimeWindow;
  height: number;
  ticks: readonly TimeTick[];
  phases: readonly PhaseBand[];
  versions: readonly VersionMark[];
  todayX: number | null;
  panels: readonly Panel[];
  words: ChartLabels;
  readings: SlotReadings;
  /** The devices of the readings' cells, in order. */
  labels: readonly string[];
  /** What the dashed plan is: the first version's, or what the case is compared with. */
  originalWords: string;
};

/** A case that is drawn beside another: its plan is dashed, and the time reaches as far as either needs. */
export type ChartBeside = { course: Course; assessment: Assessment; words: string };

/** Baselines of the names of the phases, and of today and the versions between the first heading and its panel. */
export const LANES = { phase: 12, marks: 46 };
const FIRST = { heading: 31, top: 52 };
const HEADING = { height: 24, aboveTop: 8 };
const AXIS = 34;
const PANEL_HEIGHTS = [340, 225, 175, 150];
/** Beside another case it stands with words and a form: lower. */
const PANEL_HEIGHTS_BESIDE = [260, 150, 110, 90];
const GAP = 10;

/** Every series, band, mark and reading of a case's chart. Nothing is assumed where nothing is known. */
export function expansionChart(
  course: Course,
  assessment: Assessment,
  choice: ChartChoice,
  range: ChartRange | null,
  beside: ChartBeside | null = null,
): ExpansionChart {
  const window = windowOf(course, assessment, range, beside);
  const { span } = window;
  const dashed = beside === null ? originalPlans(course, span) : plansBeside(course, span, beside);
  const inputs = shownDevices(deviceInputs(course, assessment, window, dashed), choice);
  const groups = choice === 'together' ? [inputs] : inputs.map((input) => [input]);
  const heights = beside === null ? PANEL_HEIGHTS : PANEL_HEIGHTS_BESIDE;
  const height = heights[Math.min(groups.length, heights.length) - 1] ?? 0;
  const limits = drawnRange(inputs);
  const frame = {
    zone: course.facts.zone,
    span,
    nowX: localX(course.facts.zone, course.asOf),
    forecastX: localX(course.facts.zone, Math.max(course.asOf, course.nextSlot?.at ?? course.asOf)),
    correctedSlots: correctedSlots(course.facts.reports),
    complications: course.facts.complications,
  };
  const panels = groups.map((group, index) => {
    const top = FIRST.top + index * (height + HEADING.height + GAP);
    const headingY = index === 0 ? FIRST.heading : top - HEADING.aboveTop;
    return panelOf(group, frame, headingY, { top, bottom: top + height, ...limits });
  });
  const versions = versionMarks(course, span);
  const today = todayX(course, span);
  return {
    choice,
    window,
    height: (panels.at(-1)?.scale.bottom ?? FIRST.top) + AXIS,
    ticks: timeTicks(window),
    phases: phaseBands(course, span),
    versions,
    todayX: today,
    panels,
    words: chartLabels({ panels, versions, todayX: today, lane: LANES.marks }),
    readings: slotReadings(
      course,
      inputs.map((input) => input.course),
      window,
    ),
    labels: inputs.map(({ course: { device } }) => device.label),
    originalWords: beside?.words ?? `Original plan (v${firstVersion(course.facts.versions)?.version ?? 1})`,
  };
}

type DashedPlans = { steps: readonly DevicePlanSteps[]; fromX: LocalX } | null;

function windowOf(
  course: Course,
  assessment: Assessment,
  range: ChartRange | null,
  beside: ChartBeside | null,
): TimeWindow {
  const window = timeWindow(course, assessment, range);
  if (beside === null) return window;
  const other = timeWindow(beside.course, beside.assessment, range).span;
  const { from, to } = window.span;
  return { ...window, span: { from: Math.min(from, other.from), to: Math.max(to, other.to) } };
}

/** The first version's plan, from where a later one amended it. */
function originalPlans(course: Course, span: TimeSpan): DashedPlans {
  const { versions } = course.facts;
  const first = firstVersion(versions);
  const amendment = first && firstVersion(versions.filter((version) => version !== first));
  const fromX = amendment && versionStartX(course, amendment.version);
  return first && fromX !== null ? { steps: planSteps(course, span, [first]), fromX } : null;
}

/** The plan of the other case, from where the two part: they share all that was planned before. */
function plansBeside(course: Course, span: TimeSpan, beside: ChartBeside): DashedPlans {
  const [steps, own] = [planSteps(beside.course, span), planSteps(course, span)];
  const fromX = steps.reduce<LocalX>((least, { steps: other }, index) => {
    const at = other.findIndex(
      ({ x, um }, place) => own[index]?.steps[place]?.x !== x || own[index]?.steps[place]?.um !== um,
    );
    return Math.min(least, other[at]?.x ?? span.to);
  }, span.to);
  return { steps, fromX };
}

function deviceInputs(
  course: Course,
  assessment: Assessment,
  { span }: TimeWindow,
  dashed: DashedPlans,
): readonly DeviceInput[] {
  const plans = planSteps(course, span);
  return course.devices.flatMap((deviceCourse, index) => {
    const { id } = deviceCourse.device;
    const progress = assessment.devices.find(({ deviceId }) => deviceId === id);
    const plan = plans[index];
    const steps = dashed?.steps[index];
    if (!progress || !plan) return [];
    return {
      index,
      course: deviceCourse,
      progress,
      forecast: assessment.forecast.devices.find(({ deviceId }) => deviceId === id) ?? null,
      measurements: gapMeasurements(course.facts.measurements, id),
      plan,
      original: dashed && steps ? { steps, fromX: dashed.fromX } : null,
    };
  });
}

function shownDevices(inputs: readonly DeviceInput[], choice: ChartChoice): readonly DeviceInput[] {
  if (typeof choice === 'string') return inputs;
  return inputs.filter(({ course }) => course.device.id === choice.deviceId);
}
