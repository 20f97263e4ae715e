import type { Assessment } from '#lib/domain/assessment.ts';
import { firstVersion } from '#lib/domain/protocol/version.ts';
import type { Course } from '#lib/domain/timeline/course.ts';
import { type PhaseBand, phaseBands, type VersionMark, versionMarks } from '#lib/view/chart/chart-bands.ts';
import { type ChartLabels, chartLabels } from '#lib/view/chart/chart-labels.ts';
import {
  type ChartBeside,
  type ChartChoice,
  chartLayout,
  LANES,
  type ReadOut,
} from '#lib/view/chart/chart-layout.ts';
import { type Panel, panelOf } from '#lib/view/chart/chart-panel.ts';
import { correctedSlots } from '#lib/view/chart/chart-reported.ts';
import { localX } from '#lib/view/chart/chart-scale.ts';
import { type ChartRange, type TimeTick, timeTicks, todayX } from '#lib/view/chart/chart-time.ts';

/** The chart as finished points: x in per cent or thousandths of the width, y in pixels. */
export type ExpansionChart = ReadOut & {
  choice: ChartChoice;
  ticks: readonly TimeTick[];
  phases: readonly PhaseBand[];
  versions: readonly VersionMark[];
  todayX: number | null;
  panels: readonly Panel[];
  words: ChartLabels;
  /** What the dashed plan is: the first version's, or what the case is compared with. */
  originalWords: string;
};

/** Every series, band, mark and reading of a case's chart. Nothing is assumed where nothing is known. */
export function expansionChart(
  course: Course,
  assessment: Assessment,
  choice: ChartChoice,
  range: ChartRange | null,
  beside: ChartBeside | null = null,
): ExpansionChart {
  const { places, ...readOut } = chartLayout(course, assessment, choice, range, beside);
  const { span } = readOut.window;
  const frame = {
    zone: course.facts.zone,
    span,
    nowX: localX(course.facts.zone, course.asOf),
    forecastX: localX(course.facts.zone, Math.max(course.asOf, course.nextSlot?.at ?? course.asOf)),
    correctedSlots: correctedSlots(course.facts.reports),
    complications: course.facts.complications,
  };
  const drawn = places.map(({ inputs, headingY, scale }) => panelOf(inputs, frame, headingY, scale));
  const versions = versionMarks(course, span);
  const today = todayX(course, span);
  return {
    ...readOut,
    choice,
    ticks: timeTicks(readOut.window),
    phases: phaseBands(course, span),
    versions,
    todayX: today,
    panels: drawn.map(({ panel }) => panel),
    words: chartLabels({ drawn, versions, todayX: today, lane: LANES.marks }),
    originalWords: beside?.words ?? `Original plan (v${firstVersion(course.facts.versions)?.version ?? 1})`,
  };
}
