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
import { planSteps } from '#lib/view/chart/chart-plan.ts';
import { correctedSlots } from '#lib/view/chart/chart-reported.ts';
import { localX } from '#lib/view/chart/chart-scale.ts';
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
};

/** Baselines of the names of the phases, and of today and the versions between the first heading and its panel. */
export const LANES = { phase: 12, marks: 46 };
const FIRST = { heading: 31, top: 52 };
const HEADING = { height: 24, aboveTop: 8 };
const AXIS = 34;
const PANEL_HEIGHTS = [340, 225, 175, 150];
const GAP = 10;

/** Every series, band, mark and reading of a case's chart. Nothing is assumed where nothing is known. */
export function expansionChart(
  course: Course,
  assessment: Assessment,
  choice: ChartChoice,
  range: ChartRange | null,
): ExpansionChart {
  const window = timeWindow(course, assessment, range);
  const { span } = window;
  const inputs = shownDevices(deviceInputs(course, assessment, window), choice);
  const groups = choice === 'together' ? [inputs] : inputs.map((input) => [input]);
  const height = PANEL_HEIGHTS[Math.min(groups.length, PANEL_HEIGHTS.length) - 1] ?? 0;
  const limits = drawnRange(inputs);
  const frame = {
    zone: course.facts.zone,
    span,
    nowX: localX(course.facts.zone, course.asOf),
    forecastX: localX(course.facts.zone, Math.max(course.asOf, course.nextSlot?.at ?? course.asOf)),
    correctedSlots: correctedSlots(course.facts.reports),
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
  };
}

function deviceInputs(course: Course, assessment: Assessment, { span }: TimeWindow): readonly DeviceInput[] {
  const plans = planSteps(course, span);
  const first = firstVersion(course.facts.versions);
  const amendment = first && firstVersion(course.facts.versions.filter((version) => version !== first));
  const amendedX = amendment && versionStartX(course, amendment.version);
  const originals = first && amendedX !== null ? planSteps(course, span, [first]) : [];
  return course.devices.flatMap((deviceCourse, index) => {
    const { id } = deviceCourse.device;
    const progress = assessment.devices.find(({ deviceId }) => deviceId === id);
    const plan = plans[index];
    const original = originals[index];
    if (!progress || !plan) return [];
    return {
      index,
      course: deviceCourse,
      progress,
      forecast: assessment.forecast.devices.find(({ deviceId }) => deviceId === id) ?? null,
      measurements: gapMeasurements(course.facts.measurements, id),
      plan,
      original: original && amendedX !== null ? { steps: original, fromX: amendedX } : null,
    };
  });
}

function shownDevices(inputs: readonly DeviceInput[], choice: ChartChoice): readonly DeviceInput[] {
  if (typeof choice === 'string') return inputs;
  return inputs.filter(({ course }) => course.device.id === choice.deviceId);
}
