import { CsvError, parse } from 'csv-parse/sync';
import { ok, type Result, refused } from '#lib/domain/result.ts';

/** The columns of a file of turns, in the order of the template; docs/turn-csv.md says what each holds. */
export const TURN_CSV_COLUMNS = [
  'date',
  'slot',
  'device',
  'actuations',
  'outcome',
  'done_at',
  'turned_by',
  'checked_by',
  'resistance',
  'pain',
  'site_look',
  'note',
  'id',
] as const;
export type TurnCsvColumn = (typeof TURN_CSV_COLUMNS)[number];

export const REQUIRED_COLUMNS: readonly TurnCsvColumn[] = ['date', 'slot', 'device', 'actuations'];

export const MOST_CSV_LINES = 2000;
const MOST_COLUMNS = 100;
// Many times what a line of turns can hold: what is longer is no file of turns, and takes seconds to take apart.
const LONGEST_LINE = 128 * 1024;

/** Why a file cannot be read at all. */
export type CsvRefusal =
  | { kind: 'empty' }
  | { kind: 'workbook' }
  | { kind: 'utf-16' }
  | { kind: 'nul' }
  | { kind: 'not-utf-8' }
  | { kind: 'quote'; line: number }
  | { kind: 'line-too-long'; line: number }
  | { kind: 'too-many-columns'; count: number; most: number }
  | { kind: 'columns-missing'; columns: readonly string[] }
  | { kind: 'column-unknown'; column: string }
  | { kind: 'column-twice'; column: string }
  | { kind: 'no-lines' }
  | { kind: 'too-many-lines'; most: number };

/** A line of the file by the names of its columns; `line` is where it begins, counted from 1 as editors do. */
export type CsvLine = { line: number; cells: Readonly<Record<TurnCsvColumn, string>>; surplus: number };

/** The lines of a file of turns: UTF-8 with or without BOM, comma, semicolon or tab, a header first. */
export function readTurnCsv(bytes: Uint8Array): Result<readonly CsvLine[], CsvRefusal> {
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  const table = parseTable(decoded.value);
  if (!table.ok) return table;
  const [head, ...body] = table.value;
  if (!head) return refused({ kind: 'empty' });
  const columns = columnsOf(head.cells);
  if (!columns.ok) return columns;
  if (body.length === 0) return refused({ kind: 'no-lines' });
  if (body.length > MOST_CSV_LINES) return refused({ kind: 'too-many-lines', most: MOST_CSV_LINES });
  return ok(
    body.map(({ line, cells }) => ({
      line,
      cells: named(columns.value, cells),
      surplus: cells.slice(columns.value.length).filter((cell) => cell !== '').length,
    })),
  );
}

function decode(bytes: Uint8Array): Result<string, CsvRefusal> {
  const [first, second, third, fourth] = bytes;
  if (first === undefined) return refused({ kind: 'empty' });
  if (first === 0x50 && second === 0x4b && third === 0x03 && fourth === 0x04) {
    return refused({ kind: 'workbook' });
  }
  const hasMark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (hasMark || isEveryOtherNul(bytes)) return refused({ kind: 'utf-16' });
  if (bytes.includes(0)) return refused({ kind: 'nul' });
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.trim() === '' ? refused({ kind: 'empty' }) : ok(text);
  } catch {
    return refused({ kind: 'not-utf-8' });
  }
}

/** UTF-16 without a mark: plain letters have a zero in every second byte. */
function isEveryOtherNul(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 64);
  const nuls = (offset: number) => head.filter((byte, index) => index % 2 === offset && byte === 0).length;
  const half = Math.floor(head.length / 2);
  return half >= 4 && (nuls(0) >= half - 1 || nuls(1) >= half - 1);
}

type Row = { line: number; cells: string[] };

function parseTable(text: string): Result<readonly Row[], CsvRefusal> {
  // The parser counts what stands in the cells; of a line of separators alone it makes a million of them.
  const long = text.split(/\r\n|[\r\n]/).findIndex((line) => line.length > LONGEST_LINE);
  if (long >= 0) return refused({ kind: 'line-too-long', line: long + 1 });
  try {
    const rows = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
      max_record_size: LONGEST_LINE,
      info: true,
      // One more than may be, and the header: enough to know that there are too many.
      to: MOST_CSV_LINES + 2,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return ok(rows.map(({ record, info }) => ({ line: info.lines - lineBreaks(record), cells: record })));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const kind = error.code === 'CSV_MAX_RECORD_SIZE' ? 'line-too-long' : 'quote';
    return refused({ kind, line: typeof error.lines === 'number' ? error.lines : 1 });
  }
}

/** The separator of the header line: Excel writes a semicolon where the comma is the decimal mark. */
function delimiterOf(text: string): string {
  const head = text.slice(0, text.search(/[\r\n]|$/));
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: head.split(mark).length }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).mark;
}

function lineBreaks(record: readonly string[]): number {
  return record.reduce((count, cell) => count + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
}

function columnsOf(header: readonly string[]): Result<readonly TurnCsvColumn[], CsvRefusal> {
  if (header.length > MOST_COLUMNS) {
    return refused({ kind: 'too-many-columns', count: header.length, most: TURN_CSV_COLUMNS.length });
  }
  const names = header.map((name) => name.toLowerCase().replace(/[\s-]+/g, '_'));
  while (names.at(-1) === '') names.pop();
  const missing = REQUIRED_COLUMNS.filter((column) => !names.includes(column));
  if (missing.length > 0) return refused({ kind: 'columns-missing', columns: missing });
  const columns: TurnCsvColumn[] = [];
  for (const name of names) {
    const column = TURN_CSV_COLUMNS.find((known) => known === name);
    if (!column) return refused({ kind: 'column-unknown', column: name.slice(0, 40) });
    if (columns.includes(column)) return refused({ kind: 'column-twice', column });
    columns.push(column);
  }
  return ok(columns);
}

function named(columns: readonly TurnCsvColumn[], cells: readonly string[]): CsvLine['cells'] {
  const all = Object.fromEntries(TURN_CSV_COLUMNS.map((column) => [column, ''])) as Record<
    TurnCsvColumn,
    string
  >;
  for (const [index, column] of columns.entries()) all[column] = cells[index] ?? '';
  return all;
}
