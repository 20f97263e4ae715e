import type { Quartiles } from '#lib/domain/outcome/distribution.ts';

/** One case in a dot plot. */
export type DotCase = { caseId: string; value: number; label: string };

export type Dot = { caseId: string; label: string; x: number; y: number };

/** A dot plot, finished: places across in per cent of the width, down in pixels. */
export type DotPlot = {
  height: number;
  /** Where the axis is, in pixels from the top. */
  axisY: number;
  dots: readonly Dot[];
  ticks: readonly { x: number; text: string }[];
  /** The middle half of all that are counted, and their median; null of nothing. */
  middle: { lower: number; median: number; upper: number } | null;
};

const AXIS_HEIGHT = 24;
const TOP = 8;
const PLOT_HEIGHT = 120;
const DOT_PITCH = 8;
const TICKS = 6;
/** What is left free at either end, in per cent, so that no dot is cut. */
const MARGIN = 3;

/**
 * Stacks the cases of one value, rounded to `bin`, on one another. `anchor` is a value that the axis always shows,
 * such as 0. The line and the band come from all cases, the dots from those that are shown.
 */
export function dotPlot(
  cases: readonly DotCase[],
  quartiles: Quartiles | null,
  { bin, anchor, text }: { bin: number; anchor: number; text: (value: number) => string },
): DotPlot {
  const binOf = (value: number) => Math.round(value / bin) * bin;
  const columns = new Map<number, DotCase[]>();
  for (const one of cases) {
    const key = binOf(one.value);
    const column = columns.get(key);
    if (column) column.push(one);
    else columns.set(key, [one]);
  }
  const shown = quartiles ? [quartiles.lower, quartiles.upper] : [];
  const all = [anchor, ...columns.keys(), ...shown];
  const step = tickStep(Math.max(...all) - Math.min(...all), bin);
  const from = Math.floor(Math.min(...all) / step) * step;
  const to = Math.max(from + step, Math.ceil(Math.max(...all) / step) * step);
  const x = (value: number) => hundredth(MARGIN + ((value - from) / (to - from)) * (100 - 2 * MARGIN));
  const highest = Math.max(1, ...[...columns.values()].map((column) => column.length));
  const pitch = Math.min(DOT_PITCH, (PLOT_HEIGHT - DOT_PITCH) / highest);
  const axisY = TOP + PLOT_HEIGHT;
  const ticks = Array.from({ length: Math.round((to - from) / step) + 1 }, (_, index) => from + index * step);
  return {
    height: axisY + AXIS_HEIGHT,
    axisY,
    dots: [...columns].flatMap(([value, column]) =>
      column.map(({ caseId, label }, index) => ({
        caseId,
        label,
        x: x(value),
        y: hundredth(axisY - DOT_PITCH / 2 - 2 - index * pitch),
      })),
    ),
    ticks: ticks.map((value) => ({ x: x(value), text: text(value) })),
    middle: quartiles && {
      lower: x(quartiles.lower),
      median: x(quartiles.median),
      upper: x(quartiles.upper),
    },
  };
}

/** 1, 2 or 5 times a power of ten, so that there are about six ticks; no finer than what is told apart. */
function tickStep(range: number, bin: number): number {
  const rough = Math.max(range / TICKS, bin);
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5, 10].find((times) => times * power >= rough - 1e-9) ?? 10) * power;
}

const hundredth = (value: number) => Math.round(value * 100) / 100;
