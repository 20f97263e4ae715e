import type { Assessment } from '#lib/domain/assessment.ts';
import { firstContinued, planThrough } from '#lib/domain/plan/course-plan.ts';
import type { PlannedSlot } from '#lib/domain/plan/planned-slots.ts';
import { firstVersion } from '#lib/domain/protocol/version.ts';
import type { Course } from '#lib/domain/timeline/course.ts';
import { standingWords } from '#lib/view/deviation-words.ts';
import { versionStartX } from './chart-bands.ts';
import { gapMeasurements } from './chart-measured.ts';
import { type DeviceInput, drawnRange } from './chart-panel.ts';
import { continued, type DevicePlanSteps, planSteps } from './chart-plan.ts';
import type { LocalX, TimeSpan, YScale } from './chart-scale.ts';
import { type SlotReadings, slotReadings } from './chart-slots.ts';
import { type ChartRange, type TimeWindow, timeWindow } from './chart-time.ts';

/** Which devices are drawn: a panel for each, all in one panel, or one alone by its id. */
export type ChartChoice = 'each' | 'together' | { deviceId: string };

/** A case that is drawn beside another: its plan is dashed, and the time reaches as far as either needs. */
export type ChartBeside = { course: Course; assessment: Assessment; words: string };

/** The devices of one panel, the baseline of its heading, and its scale. */
export type PanelPlace = { inputs: readonly DeviceInput[]; headingY: number; scale: YScale };

/** What the read-out needs of a chart. */
export type ReadOut = {
  window: TimeWindow;
  height: number;
  readings: SlotReadings;
  /** The devices of the readings' cells, in order, and the scale that each is drawn on. */
  labels: readonly string[];
  scales: readonly YScale[];
};

/** A chart before anything is drawn: its time, its panels and its slots. */
export type ChartLayout = ReadOut & { places: readonly PanelPlace[] };

/** Baselines of the names of the phases, and of today and the versions between the first heading and its panel. */
export const LANES = { phase: 12, marks: 46 };
const FIRST = { heading: 31, top: 52 };
const HEADING = { height: 24, aboveTop: 8 };
const AXIS = 34;
const PANEL_HEIGHTS = [340, 225, 175, 150];
/** Beside another case it stands with words and a form: lower. */
const PANEL_HEIGHTS_BESIDE = [260, 150, 110, 90];
const GAP = 10;

/** Where everything of a case's chart will stand, and its slots. */
export function chartLayout(
  course: Course,
  assessment: Assessment,
  choice: ChartChoice,
  range: ChartRange | null,
  beside: ChartBeside | null = null,
): ChartLayout {
  const window = windowOf(course, assessment, range, beside);
  const { span } = window;
  const slots = planThrough(course, Math.ceil(span.to));
  const plans = planSteps(course.facts, slots, span.from);
  const dashed =
    beside === null ? originalPlans(course, { slots, plans }, span) : plansBeside(beside.course, plans, span);
  const inputs = shownDevices(deviceInputs(course, assessment, window, { plans, dashed }), choice);
  const places = panelPlaces(inputs, choice, beside === null ? PANEL_HEIGHTS : PANEL_HEIGHTS_BESIDE);
  const shown = inputs.map((input) => input.course);
  return {
    window,
    height: (places.at(-1)?.scale.bottom ?? FIRST.top) + AXIS,
    readings: slotReadings(course, shown, window),
    labels: shown.map(({ device }) => device.label),
    scales: places.flatMap((place) => place.inputs.map(() => place.scale)),
    places,
  };
}

function panelPlaces(
  inputs: readonly DeviceInput[],
  choice: ChartChoice,
  heights: readonly number[],
): readonly PanelPlace[] {
  const groups = choice === 'together' ? [inputs] : inputs.map((input) => [input]);
  const height = heights[Math.min(groups.length, heights.length) - 1] ?? 0;
  const limits = drawnRange(inputs);
  return groups.map((group, index) => {
    const top = FIRST.top + index * (height + HEADING.height + GAP);
    const headingY = index === 0 ? FIRST.heading : top - HEADING.aboveTop;
    return { inputs: group, headingY, scale: { top, bottom: top + height, ...limits } };
  });
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
function originalPlans(
  course: Course,
  { slots, plans }: { slots: readonly PlannedSlot[]; plans: readonly DevicePlanSteps[] },
  span: TimeSpan,
): DashedPlans {
  const { versions } = course.facts;
  const first = firstVersion(versions);
  const amendment = first && firstVersion(versions.filter((version) => version !== first));
  const fromX = amendment && versionStartX(course, amendment.version);
  if (first === null || fromX === null) return null;
  const rest = planSteps(course.facts, firstContinued(course, first, slots, Math.ceil(span.to)), span.from);
  return { steps: plans.map((plan, index) => continued(plan, first, rest[index])), fromX };
}

/** The plan of the other case, from where the two part: they share all that was planned before. */
function plansBeside(other: Course, own: readonly DevicePlanSteps[], span: TimeSpan): DashedPlans {
  const steps = planSteps(other.facts, planThrough(other, Math.ceil(span.to)), span.from);
  const fromX = steps.reduce<LocalX>((least, { steps: theirs }, index) => {
    const at = theirs.findIndex(
      ({ x, um }, place) => own[index]?.steps[place]?.x !== x || own[index]?.steps[place]?.um !== um,
    );
    return Math.min(least, theirs[at]?.x ?? span.to);
  }, span.to);
  return { steps, fromX };
}

function deviceInputs(
  course: Course,
  assessment: Assessment,
  { later }: TimeWindow,
  { plans, dashed }: { plans: readonly DevicePlanSteps[]; dashed: DashedPlans },
): readonly DeviceInput[] {
  // What is to come belongs to the days that are left out.
  const forecasts = later === null ? assessment.forecast.devices : [];
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
      standing: standingWords(progress, assessment.flags),
      forecast: forecasts.find(({ deviceId }) => deviceId === id) ?? null,
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
