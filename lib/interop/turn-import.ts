import { isoDay } from '#lib/domain/case-day.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { acceptReport, type ReportRefusal } from '#lib/domain/turn/accept-report.ts';
import { effectiveReports } from '#lib/domain/turn/effective-reports.ts';
import type { TurnReport } from '#lib/domain/turn/report.ts';
import type { Centi, Instant } from '#lib/domain/units.ts';
import type { CsvLine, TurnCsvColumn } from './turn-csv.ts';
import {
  type CellProblem,
  type LineContext,
  readTurnLine,
  slotOfLine,
  type TurnOfLine,
} from './turn-csv-line.ts';

/** What is wrong with a line: its cells, its slot said twice, or that it cannot be true. */
export type ImportProblem = { line: number; column: TurnCsvColumn } & (
  | CellProblem
  | ReportRefusal
  | { kind: 'slot-twice' | 'id-twice'; firstLine: number }
);

/** A line of the file, and what will become of it. */
export type ImportLine = {
  line: number;
  deviceLabel: string;
  day: string;
  slot: number;
  outcome: TurnReport['outcome'];
  actuationsCenti: Centi | null;
  /** `known`: this slot of this device is reported already, and that report is left as it is. */
  fate: 'new' | 'known';
  /** What is reported there already, where it is another amount. */
  differsFromCenti: Centi | null;
};

export type ImportReading = {
  lines: readonly ImportLine[];
  problems: readonly ImportProblem[];
  /** The new reports, for the schema that checks every report. */
  reports: readonly { line: number; values: Record<string, unknown> }[];
};

/** What a file is read against. `idOfLine` makes the id of a line that has none: the same for the same file. */
export type ImportContext = LineContext & {
  facts: CaseFacts;
  now: Instant;
  idOfLine: (line: number) => string;
};

/** Reads every line of a file against the case; nothing is written. */
export function readTurnImport(rows: readonly CsvLine[], context: ImportContext): ImportReading {
  const { facts, now } = context;
  const known = knownSlots(facts);
  const ids = new Set(facts.reports.map(({ id }) => id));
  const seen = new Map<string, number>();
  const lines: ImportLine[] = [];
  const problems: ImportProblem[] = [];
  const reports: { line: number; values: Record<string, unknown> }[] = [];
  for (const row of rows) {
    const read = readTurnLine(row, context);
    if (!read.ok) {
      problems.push(...read.reason);
      continue;
    }
    const turn = read.value;
    const repeated = repeatedLine(turn, seen);
    if (repeated) {
      problems.push(repeated);
      continue;
    }
    const id = turn.id === '' ? context.idOfLine(turn.line) : turn.id.toLowerCase();
    const there = known.get(slotOfLine(turn));
    const isKnown = there !== undefined || ids.has(id);
    lines.push(toLine(turn, isKnown, there));
    if (isKnown) continue;
    const accepted = acceptReport(facts, toReport(turn, id, now), now);
    if (accepted.ok) reports.push({ line: turn.line, values: toValues(turn, id) });
    else problems.push({ line: turn.line, column: columnOf(accepted.reason), ...accepted.reason });
  }
  return { lines, problems: problems.sort((a, b) => a.line - b.line), reports };
}

/** The sum of what stands in each slot of each device; null where it is not known. */
function knownSlots(facts: CaseFacts): ReadonlyMap<string, Centi | null> {
  const slots = new Map<string, Centi | null>();
  for (const { deviceId, day, slot, actuationsCenti } of effectiveReports(facts.reports)) {
    const key = `${deviceId} ${isoDay(day)} ${slot}`;
    const sum = slots.get(key) ?? null;
    slots.set(key, actuationsCenti === null ? sum : (sum ?? 0) + actuationsCenti);
  }
  return slots;
}

function repeatedLine(turn: TurnOfLine, seen: Map<string, number>): ImportProblem | null {
  const { line } = turn;
  const slotLine = seen.get(slotOfLine(turn));
  if (slotLine !== undefined) return { line, column: 'slot', kind: 'slot-twice', firstLine: slotLine };
  const idKey = `id ${turn.id.toLowerCase()}`;
  const idLine = turn.id === '' ? undefined : seen.get(idKey);
  if (idLine !== undefined) return { line, column: 'id', kind: 'id-twice', firstLine: idLine };
  seen.set(slotOfLine(turn), line);
  if (turn.id !== '') seen.set(idKey, line);
  return null;
}

function toLine(turn: TurnOfLine, isKnown: boolean, there: Centi | null | undefined): ImportLine {
  const differs = there !== undefined && there !== null && there !== turn.actuationsCenti;
  return {
    line: turn.line,
    deviceLabel: turn.deviceLabel,
    day: isoDay(turn.day),
    slot: turn.slot,
    outcome: turn.outcome,
    actuationsCenti: turn.actuationsCenti,
    fate: isKnown ? 'known' : 'new',
    differsFromCenti: differs ? there : null,
  };
}

function toReport(turn: TurnOfLine, id: string, now: Instant): TurnReport {
  const { line: _line, deviceLabel: _label, ...said } = turn;
  return { ...said, id, recordedAt: now, source: 'import', signs: [], correctsId: null, retracted: false };
}

function toValues(turn: TurnOfLine, id: string): Record<string, unknown> {
  const { line: _line, deviceLabel: _label, actuationsCenti, day, ...said } = turn;
  return {
    ...said,
    id,
    day: isoDay(day),
    actuations: actuationsCenti === null ? null : actuationsCenti / 100,
    source: 'import',
  };
}

function columnOf({ field }: ReportRefusal): TurnCsvColumn {
  switch (field) {
    case 'deviceId':
      return 'device';
    case 'doneAt':
      return 'done_at';
    case 'day':
      return 'date';
    case 'slot':
      return 'slot';
    case 'actuations':
      return 'actuations';
    case 'correctsId':
      return 'id';
  }
}

const COLUMNS: Readonly<Record<string, TurnCsvColumn>> = {
  id: 'id',
  deviceId: 'device',
  day: 'date',
  slot: 'slot',
  outcome: 'outcome',
  actuations: 'actuations',
  doneAt: 'done_at',
  turnedBy: 'turned_by',
  checkedBy: 'checked_by',
  resistance: 'resistance',
  pain: 'pain',
  siteLook: 'site_look',
  note: 'note',
};

/** The column that a part of a report comes from. */
export function columnOfPart(part: string): TurnCsvColumn {
  return COLUMNS[part] ?? 'id';
}
