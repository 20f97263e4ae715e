import type { DeviceProgress } from '#lib/domain/assessment.ts';
import type { Complication } from '#lib/domain/complication/complication.ts';
import type { Device } from '#lib/domain/device/device.ts';
import type { DeviceForecast } from '#lib/domain/forecast/forecast.ts';
import type { DeviceCourse } from '#lib/domain/timeline/course.ts';
import { expansionUm, type Um } from '#lib/domain/units.ts';
import { formatMm, mm } from '#lib/view/format-amount.ts';
import { counted } from '#lib/view/format-date.ts';
import { type AnchorMark, anchorMarks } from './chart-anchors.ts';
import { type ComplicationMark, complicationMarks } from './chart-complications.ts';
import { type ForecastPaths, forecastPaths, travelEndUm } from './chart-forecast.ts';
import {
  type GapMeasurement,
  type MeasuredPoint,
  measuredExpansionUm,
  measuredPoints,
} from './chart-measured.ts';
import { type DevicePlanSteps, holdSpans, planLine, tolerancePath } from './chart-plan.ts';
import { type Band, band, type Reported, reportedSteps } from './chart-reported.ts';
import { gridStepUm, type LocalX, pathY, type TimeSpan, type YScale } from './chart-scale.ts';
import type { Stroke } from './stroke.ts';

/** What one device brings to the chart. `original` is the first version's plan where a later one amended it. */
export type DeviceInput = {
  /** Place of the device in the case: its colour, dash and marker follow from it. */
  index: number;
  course: DeviceCourse;
  progress: DeviceProgress;
  /** `1.0 mm behind plan`. */
  standing: string;
  /** Null once activation is over: nothing is forecast. */
  forecast: DeviceForecast | null;
  measurements: readonly GapMeasurement[];
  plan: DevicePlanSteps;
  original: { steps: DevicePlanSteps; fromX: LocalX } | null;
};

export type Series = {
  index: number;
  deviceId: string;
  label: string;
  planned: string;
  original: string;
  tolerance: string;
  reported: Reported;
  measured: readonly MeasuredPoint[];
  anchors: readonly AnchorMark[];
  forecast: ForecastPaths | null;
  holds: readonly Band[];
};

/** A level across the panel, and its words. */
export type LevelLine = { y: number; words: string };

export type Panel = {
  heading: string;
  /** Baseline of the heading. */
  headingY: number;
  detail: string;
  /** Where the device stands, in words; empty where several are drawn. */
  standing: string;
  scale: YScale;
  grid: readonly { y: number; label: string }[];
  zeroY: number;
  target: LevelLine | null;
  travelEnd: LevelLine | null;
  series: readonly Series[];
  /** When what went wrong began, of the panel's devices or of the case as a whole. */
  complications: readonly ComplicationMark[];
};

export type PanelFrame = {
  zone: string;
  span: TimeSpan;
  nowX: LocalX;
  /** From when anything more can be turned: the present, or the next slot if that is later. */
  forecastX: LocalX;
  correctedSlots: ReadonlySet<string>;
  complications: readonly Complication[];
};

/** A panel, and the lines in it that words should not cross. */
export type DrawnPanel = { panel: Panel; lines: readonly Stroke[] };

/** One panel: one device in full, or several laid over one another. */
export function panelOf(
  inputs: readonly DeviceInput[],
  frame: PanelFrame,
  headingY: number,
  scale: YScale,
): DrawnPanel {
  const only = inputs.length === 1 ? inputs[0] : undefined;
  const drawn = inputs.map((input) => seriesOf(input, frame, scale));
  const panel = {
    heading: only ? only.course.device.label : 'All devices',
    headingY,
    detail: only ? openingWords(only.course.device) : '',
    standing: only ? reportedWords(only) : '',
    scale,
    grid: gridLines(scale),
    zeroY: pathY(scale, 0),
    ...levelLines(inputs, scale),
    series: drawn.map(({ series }) => series),
    complications: complicationMarks(
      frame.complications,
      inputs.map(({ course }) => course.device.id),
      frame,
    ),
  };
  return { panel, lines: drawn.flatMap(({ lines }) => lines) };
}

function seriesOf(
  input: DeviceInput,
  frame: PanelFrame,
  scale: YScale,
): { series: Series; lines: readonly Stroke[] } {
  const { span, zone } = frame;
  const { device } = input.course;
  const planned = planLine(input.plan, span, scale);
  const original = input.original && planLine(input.original.steps, span, scale, input.original.fromX);
  const { reported, pieces } = reportedSteps(input.course, { ...frame, scale });
  const forecast =
    input.forecast && forecastPaths(input.forecast, input.progress, frame.forecastX, span, scale);
  const series = {
    index: input.index,
    deviceId: device.id,
    label: device.label,
    planned: planned.path,
    original: original?.path ?? '',
    tolerance: tolerancePath(input.plan, span, scale),
    reported,
    measured: measuredPoints(input.measurements, device, zone, span, scale),
    anchors: anchorMarks(input.course, frame, scale),
    forecast: forecast?.paths ?? null,
    holds: holdSpans(input.plan)
      .map(({ from, to }) => band(span, from, to))
      .filter(({ width }) => width > 0),
  };
  const lines = [
    { weight: 4, pieces },
    { weight: 3, pieces: planned.pieces },
    ...(original ? [{ weight: 2, pieces: original.pieces }] : []),
    ...(forecast?.lines ?? []).map((one) => ({ weight: 2, pieces: one })),
  ];
  return { series, lines };
}

/** `opened 1.0 mm at placement`: where the axis has its zero. */
function openingWords({ initialOpeningUm }: Device): string {
  return initialOpeningUm === 0 ? 'closed at placement' : `opened ${formatMm(initialOpeningUm)} at placement`;
}

function gridLines(scale: YScale): Panel['grid'] {
  const step = gridStepUm(scale.highUm - scale.lowUm, scale.bottom - scale.top);
  const lines: { y: number; label: string }[] = [];
  for (let um = Math.ceil(scale.lowUm / step) * step; um <= scale.highUm; um += step) {
    lines.push({ y: pathY(scale, um), label: step % 1000 === 0 ? mm(um).replace('.0', '') : mm(um) });
  }
  return lines;
}

/** The lines of the target and of the end of travel. */
function levelLines(inputs: readonly DeviceInput[], scale: YScale): Pick<Panel, 'target' | 'travelEnd'> {
  const targetUm = commonLevel(inputs.map(targetOf));
  const travelUm = commonLevel(inputs.map(({ progress }) => travelEndUm(progress)));
  return {
    target: targetUm === null ? null : lineAt(targetUm, scale, 'Target'),
    travelEnd: travelUm === null || travelUm > scale.highUm ? null : lineAt(travelUm, scale, 'End of travel'),
  };
}

/** Where turning stops: by the version in force, or by one to come that leads elsewhere. */
function targetOf({ forecast, progress }: DeviceInput): Um | null {
  return forecast?.targetUm ?? progress.targetUm;
}

function lineAt(um: Um, scale: YScale, word: string): LevelLine {
  return { y: pathY(scale, um), words: `${word} ${formatMm(um)}` };
}

/** The level that all devices share; where they differ, a drawing of all together has no line for it. */
function commonLevel(levels: readonly (Um | null)[]): Um | null {
  const first = levels[0] ?? null;
  return levels.every((level) => level === first) ? first : null;
}

/** `12.5 mm reported · 1.0 mm behind plan`. */
function reportedWords({ progress: { reportedUm, notSureSlots }, standing }: DeviceInput): string {
  const reported = `${formatMm(reportedUm)} reported`;
  const unsure = notSureSlots === 0 ? '' : `, ${counted(notSureSlots, 'slot')} not sure`;
  return `${reported}${unsure} · ${standing}`;
}

const FAR_ABOVE = 1.35;

/** Lowest and highest expansion to be drawn. The end of travel joins in when it is not far above all else. */
export function drawnRange(inputs: readonly DeviceInput[]): { lowUm: Um; highUm: Um } {
  let low: Um = 0;
  let high: Um = 1000;
  const reach = (um: Um) => {
    low = Math.min(low, um);
    high = Math.max(high, um);
  };
  for (const input of inputs) {
    const { course, plan, original, measurements } = input;
    for (const { um } of plan.steps) reach(um);
    for (const { um } of original?.steps.steps ?? []) reach(um);
    for (const entry of course.entries) reach(expansionUm(entry.reportedTotalCenti, course.device));
    for (const one of measurements) {
      const um = measuredExpansionUm(one, course.device);
      reach(um - (one.uncertaintyUm ?? 0));
      reach(um + (one.uncertaintyUm ?? 0));
    }
    for (const { openingUm } of course.anchors) reach(openingUm - course.device.initialOpeningUm);
    reach(targetOf(input) ?? 0);
  }
  const ends = inputs.map(({ progress }) => travelEndUm(progress) ?? 0);
  const highest = Math.max(high, ...ends.filter((end) => end <= high * FAR_ABOVE));
  const room = Math.round((highest - low) * 0.08);
  return { lowUm: low < 0 ? low - room : 0, highUm: highest + room };
}
