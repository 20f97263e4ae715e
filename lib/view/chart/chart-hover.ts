import type { ExpansionChart } from '#lib/view/expansion-chart.ts';
import { pathY } from './chart-scale.ts';
import type { SlotCell } from './chart-slots.ts';

/** One slot as the readout shows it: its place, its words, and where each device's reported line is then. */
export type HoverSlot = {
  x: number;
  when: string;
  cells: readonly Omit<SlotCell, 'reportedUm'>[];
  dots: readonly (number | null)[];
};

export type HoverData = {
  from: number;
  to: number;
  height: number;
  labels: readonly string[];
  slots: readonly HoverSlot[];
};

/**
 * What the interactive layer needs, as one JSON string: a page that is handed an object has each of its thousand
 * properties visited while it is rendered, a string it is handed as it is.
 */
export function hoverData(chart: ExpansionChart): string {
  const { span } = chart.window;
  const scales = chart.panels.flatMap(({ scale, series }) => series.map(() => scale));
  const data: HoverData = {
    from: span.from,
    to: span.to,
    height: chart.height,
    labels: chart.labels,
    slots: chart.readings
      .filter(({ x }) => x <= span.to)
      .map(({ x, when, cells }) => ({
        x,
        when,
        cells: cells.map(({ reportedUm: _, ...words }) => words),
        dots: cells.map(({ reportedUm }, column) => {
          const scale = scales[column];
          return reportedUm === null || !scale ? null : pathY(scale, reportedUm);
        }),
      })),
  };
  return JSON.stringify(data);
}
