import type { ExpansionChart } from '#lib/view/expansion-chart.ts';
import { CELL_FIELDS } from './chart-hover.ts';
import { pathY } from './chart-scale.ts';

const BREAKS = /[\t\n]/g;

/**
 * What the interactive layer needs, as text: a line for the axes, one for the labels, then one a slot, with tabs
 * between the fields. A page that is handed an object has each of its thousand properties visited while it is
 * rendered and named in what is sent; a string goes as it is.
 */
export function hoverText(chart: ExpansionChart): string {
  const { span } = chart.window;
  const scales = chart.panels.flatMap(({ scale, series }) => series.map(() => scale));
  const lines = [
    [span.from, span.to, chart.height],
    chart.labels.map(plain),
    ...chart.readings
      .filter(({ x }) => x <= span.to)
      .map(({ x, when, cells }) => [
        x,
        when,
        ...cells.flatMap((cell, column) => {
          const scale = scales[column];
          const y = cell.reportedUm === null || !scale ? '' : pathY(scale, cell.reportedUm);
          return [y, ...CELL_FIELDS.map((field) => plain(cell[field] ?? ''))];
        }),
      ]),
  ];
  return lines.map((line) => line.join('\t')).join('\n');
}

function plain(text: string): string {
  return text.replace(BREAKS, ' ');
}
