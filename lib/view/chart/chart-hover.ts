import { formatMm, formatSignedMm } from '#lib/view/format-amount.ts';
import type { SlotCell } from './chart-slots.ts';

/** One slot as the readout shows it: its place, its words, and where each device's reported line is then. */
export type HoverSlot = {
  x: number;
  when: string;
  cells: readonly HoverCell[];
  dots: readonly (number | null)[];
};

/** A cell with its distances in words. */
export type HoverCell = Pick<SlotCell, 'status' | 'measured' | 'by' | 'version'> & {
  planned: string | null;
  reported: string | null;
  deviation: string | null;
};

export type HoverData = {
  from: number;
  to: number;
  height: number;
  labels: readonly string[];
  slots: readonly HoverSlot[];
};

/** What is sent of a cell, in this order, after the height of its dot. Distances go as µm. */
export const CELL_FIELDS = [
  'status',
  'plannedUm',
  'reportedUm',
  'deviationUm',
  'measured',
  'by',
  'version',
] as const satisfies readonly (keyof SlotCell)[];

/** Reads what `hoverText` of chart-hover-text.ts wrote. */
export function readHover(text: string): HoverData {
  const [axes = '', labels = '', ...slots] = text.split('\n');
  const [from = 0, to = 1, height = 0] = axes.split('\t').map(Number);
  return { from, to, height, labels: labels.split('\t'), slots: slots.map(readSlot) };
}

function readSlot(line: string): HoverSlot {
  const [x, when = '', ...rest] = line.split('\t');
  const width = CELL_FIELDS.length + 1;
  const cells: HoverCell[] = [];
  const dots: (number | null)[] = [];
  for (let start = 0; start < rest.length; start += width) {
    const [y, status = '', planned, reported, deviation, measured, by, version] = rest.slice(
      start,
      start + width,
    );
    dots.push(y ? Number(y) : null);
    cells.push({
      status,
      planned: planned ? formatMm(Number(planned), 2) : null,
      reported: reported ? formatMm(Number(reported), 2) : null,
      deviation: deviation ? formatSignedMm(Number(deviation), 2) : null,
      measured: measured || null,
      by: by || null,
      version: version || null,
    });
  }
  return { x: Number(x), when, cells, dots };
}
