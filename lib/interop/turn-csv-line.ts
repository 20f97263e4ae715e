import { dayFromIso, existsLocally, instantAt, isoDay } from '#lib/domain/case-day.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import { RESISTANCES, TURN_OUTCOMES, type TurnOutcome } from '#lib/domain/turn/report.ts';
import { againstAsked, readTurn, type WrittenRefusal } from '#lib/domain/turn/written-turn.ts';
import type { Centi, Day, Instant } from '#lib/domain/units.ts';
import { isFormulaText } from './formula-text.ts';
import type { CsvLine, TurnCsvColumn } from './turn-csv.ts';

/** What is wrong with one cell of a file. */
export type CellProblem =
  | { kind: 'missing' | 'day' | 'slot' | 'outcome' | 'time' | 'resistance' | 'pain' | 'formula' | 'surplus' }
  | { kind: 'device'; known: readonly string[] }
  | { kind: 'time-does-not-exist'; zone: string }
  | { kind: 'amount-against-outcome'; outcome: TurnOutcome }
  | WrittenRefusal;

export type LineProblem = { line: number; column: TurnCsvColumn } & CellProblem;

/** A line as it was meant; texts as they stand. */
export type TurnOfLine = {
  line: number;
  deviceId: string;
  deviceLabel: string;
  day: Day;
  slot: number;
  outcome: TurnOutcome;
  actuationsCenti: Centi | null;
  doneAt: Instant | null;
  turnedBy: string;
  checkedBy: string;
  resistance: (typeof RESISTANCES)[number];
  pain: number | null;
  siteLook: string;
  note: string;
  id: string;
};

/** What a line is read against. */
export type LineContext = {
  zone: string;
  devices: readonly { id: string; label: string }[];
  /** What the plan asks of a device in a slot; 0 where it asks nothing. */
  expectedCenti: (deviceId: string, day: Day, slot: number) => Centi;
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MOST_SLOTS = 24;
const TEXTS = ['turned_by', 'checked_by', 'site_look', 'note'] as const;

/** Reads one line; every cell that is wrong is named. */
export function readTurnLine(row: CsvLine, context: LineContext): Result<TurnOfLine, readonly LineProblem[]> {
  const { line, cells } = row;
  const problems: LineProblem[] = [];
  const take = <Value>(column: TurnCsvColumn, read: Result<Value, CellProblem>): Value | undefined => {
    if (read.ok) return read.value;
    problems.push({ line, column, ...read.reason });
    return undefined;
  };
  if (row.surplus > 0) take('date', refused({ kind: 'surplus' }));
  for (const column of TEXTS) if (isFormulaText(cells[column])) take(column, refused({ kind: 'formula' }));
  const day = take('date', readDay(cells.date));
  const slot = take('slot', readSlot(cells.slot));
  const device = take('device', readDevice(cells.device, context));
  const isPlaced = device !== undefined && day !== undefined && slot !== undefined;
  const turn = readTurnOf(cells, isPlaced ? context.expectedCenti(device.id, day, slot) : 0);
  const said = take(
    turn.ok ? 'actuations' : turn.reason.column,
    turn.ok ? turn : refused(turn.reason.problem),
  );
  const doneAt = take('done_at', readDoneAt(cells.done_at, day ?? null, context.zone));
  const resistance = take('resistance', readResistance(cells.resistance));
  const pain = take('pain', readPain(cells.pain));
  if (problems.length > 0 || !isPlaced || !said || !resistance) return refused(problems);
  return ok({
    line,
    deviceId: device.id,
    deviceLabel: device.label,
    day,
    slot,
    ...said,
    doneAt: doneAt ?? null,
    turnedBy: cells.turned_by,
    checkedBy: cells.checked_by,
    resistance,
    pain: pain ?? null,
    siteLook: cells.site_look,
    note: cells.note,
    id: cells.id,
  });
}

function readDay(text: string): Result<Day, CellProblem> {
  const day = dayOf(text);
  return day === null ? refused({ kind: text === '' ? 'missing' : 'day' }) : ok(day);
}

function readSlot(text: string): Result<number, CellProblem> {
  const slot = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  return slot >= 1 && slot <= MOST_SLOTS ? ok(slot) : refused({ kind: text === '' ? 'missing' : 'slot' });
}

function readDevice(
  text: string,
  { devices }: LineContext,
): Result<LineContext['devices'][number], CellProblem> {
  const device = devices.find(({ label }) => sameLabel(label, text));
  if (device) return ok(device);
  return refused(
    text === '' ? { kind: 'missing' } : { kind: 'device', known: devices.map(({ label }) => label) },
  );
}

function readResistance(text: string): Result<TurnOfLine['resistance'], CellProblem> {
  const resistance = RESISTANCES.find((word) => sameWord(word, text || 'unknown'));
  return resistance ? ok(resistance) : refused({ kind: 'resistance' });
}

function readPain(text: string): Result<number | null, CellProblem> {
  if (text === '') return ok(null);
  return /^(\d|10)$/.test(text) ? ok(Number(text)) : refused({ kind: 'pain' });
}

/** `2026-03-12` or `12-Mar-2026`. */
function dayOf(text: string): Day | null {
  const words = /^(\d{1,2})-([a-z]{3})-(\d{4})$/.exec(text.toLowerCase());
  if (!words) return dayFromIso(text);
  const [, date = '', month = '', year] = words;
  const number = MONTHS.indexOf(month) + 1;
  return dayFromIso(`${year}-${String(number).padStart(2, '0')}-${date.padStart(2, '0')}`);
}

type Turn = Pick<TurnOfLine, 'outcome' | 'actuationsCenti'>;
type TurnProblem = { column: TurnCsvColumn; problem: CellProblem };

/** The amount decides the outcome unless the file names one; the two must not contradict each other. */
function readTurnOf({ actuations, outcome }: CsvLine['cells'], expected: Centi): Result<Turn, TurnProblem> {
  const named = TURN_OUTCOMES.find((word) => sameWord(word, outcome));
  if (outcome !== '' && !named) return refused({ column: 'outcome', problem: { kind: 'outcome' } });
  const written = readTurn(actuations, expected);
  if (!written.ok) return refused({ column: 'actuations', problem: written.reason });
  if (!named) {
    return written.value
      ? ok(written.value)
      : refused({ column: 'actuations', problem: { kind: 'missing' } });
  }
  return agreed(named, written.value, expected);
}

function agreed(outcome: TurnOutcome, written: Turn | null, expected: Centi): Result<Turn, TurnProblem> {
  const contradiction = refused({
    column: 'actuations' as const,
    problem: { kind: 'amount-against-outcome' as const, outcome },
  });
  const centi = written?.actuationsCenti ?? null;
  switch (outcome) {
    case 'not-sure':
      return centi === null ? ok({ outcome, actuationsCenti: null }) : contradiction;
    case 'skipped':
      return centi === null || centi === 0 ? ok({ outcome, actuationsCenti: 0 }) : contradiction;
    case 'could-not-engage':
      return written?.outcome === 'not-sure' ? contradiction : ok({ outcome, actuationsCenti: centi ?? 0 });
    case 'done':
      if (written === null && expected !== 0) return ok({ outcome, actuationsCenti: expected });
      return centi === null || centi === 0 ? contradiction : ok({ outcome, actuationsCenti: centi });
    case 'wrong-way':
      return centi === null || centi === 0
        ? contradiction
        : ok({ outcome, actuationsCenti: againstAsked(centi, expected) });
    case 'partial':
    case 'extra':
      return centi === null || centi === 0 ? contradiction : ok({ outcome, actuationsCenti: centi });
  }
}

/** `20:05` of the line's day, or `2026-03-12 20:05`, on the clock of the case's zone. */
function readDoneAt(text: string, day: Day | null, zone: string): Result<Instant | null, CellProblem> {
  if (text === '') return ok(null);
  const match = /^(?:(\S+)[ T])?([01]?\d|2[0-3]):([0-5]\d)$/.exec(text);
  const doneDay = match?.[1] === undefined ? day : dayOf(match[1]);
  if (!match || (doneDay === null && match[1] !== undefined)) return refused({ kind: 'time' });
  if (doneDay === null) return ok(null);
  const minute = Number(match[2]) * 60 + Number(match[3]);
  if (!existsLocally(zone, doneDay, minute)) return refused({ kind: 'time-does-not-exist', zone });
  return ok(instantAt(zone, doneDay, minute));
}

/** `Not sure`, `not_sure` and `not-sure` are one word. */
function sameWord(word: string, text: string): boolean {
  return word === text.toLowerCase().replace(/[\s_]+/g, '-');
}

function sameLabel(label: string, text: string): boolean {
  const plain = (words: string) => words.trim().toLowerCase().replace(/\s+/g, ' ');
  return plain(label) === plain(text);
}

/** A slot in words that sort: for finding the same slot twice. */
export function slotOfLine({ deviceId, day, slot }: TurnOfLine): string {
  return `${deviceId} ${isoDay(day)} ${slot}`;
}
