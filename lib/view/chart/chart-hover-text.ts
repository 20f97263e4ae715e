import { CELL_FIELDS } from './chart-hover.ts';
import type { ReadOut } from './chart-layout.ts';
import { pathY } from './chart-scale.ts';

const BREAKS = /[\t\n]/;
const ALL_BREAKS = /[\t\n]/g;

/**
 * What the interactive layer needs, as text: a line for the axes, one for the labels, then one a slot, with tabs
 * between the fields. The page has the latest slot; the others follow once it has been painted. Half as long as JSON.
 * @param from The first slot, as `Array.slice` counts.
 */
export function hoverText({ window, height, labels, scales, readings }: ReadOut, from = 0): string {
  const { span } = window;
  let text = `${span.from}\t${span.to}\t${height}\n${labels.map(plain).join('\t')}`;
  for (const { x, when, cells } of readings.slice(from)) {
    text += `\n${x}\t${when}`;
    cells.forEach((cell, column) => {
      const scale = scales[column];
      text += `\t${cell.reportedUm === null || !scale ? '' : pathY(scale, cell.reportedUm)}`;
      for (const field of CELL_FIELDS) text += `\t${plain(cell[field])}`;
    });
  }
  return text;
}

function plain(field: string | number | null): string | number {
  if (field === null) return '';
  return typeof field === 'string' && BREAKS.test(field) ? field.replace(ALL_BREAKS, ' ') : field;
}
