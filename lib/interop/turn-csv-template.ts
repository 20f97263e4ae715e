import { stringify } from 'csv-stringify/sync';
import { isoDay } from '#lib/domain/case-day.ts';
import type { Day } from '#lib/domain/units.ts';
import { TURN_CSV_COLUMNS } from './turn-csv.ts';

/** A line to fill in: the slot is given, what was turned is left empty. */
export type TemplateLine = { day: Day; slot: number; deviceLabel: string };

/** A file of turns to fill in, with a BOM so that spreadsheets read its letters as they are. */
export function turnCsvTemplate(lines: readonly TemplateLine[]): string {
  return stringify(
    lines.map(({ day, slot, deviceLabel }) => ({ date: isoDay(day), slot, device: deviceLabel })),
    {
      header: true,
      columns: [...TURN_CSV_COLUMNS],
      bom: true,
      escape_formulas: true,
      record_delimiter: 'windows',
    },
  );
}
