import 'server-only';
import type { Sign } from '#lib/domain/complication/complication.ts';
import type { ReportSource, Resistance, TurnOutcome, TurnReport } from '#lib/domain/turn/report.ts';
import { epochDay, epochMs } from './statement.ts';

// The separators that ASCII keeps for this; the table refuses texts that hold one.
const FIELD = '\u001f';
const LINE = '\u001e';

const fields = [
  'id',
  'device_id',
  epochDay('day'),
  'slot',
  'actuations_centi',
  'outcome',
  epochMs('done_at'),
  epochMs('recorded_at'),
  'source',
  'turned_by',
  'resistance',
];

/** Most reports have none of these: then their line ends before them. */
const seldom = [
  'checked_by',
  'pain',
  'site_look',
  'note',
  'corrects_id',
  `CASE WHEN retracted THEN '1' END`,
  `array_to_string(signs, ',')`,
];

/**
 * SQL for all reports of a case as one text, null when there are none: a case has hundreds of them, and this
 * costs half of what JSON does (docs/decisions). `caseId` is SQL.
 */
export function reportLines(caseId: string): string {
  const rest = `CASE WHEN retracted OR num_nonnulls(checked_by, pain, site_look, note, corrects_id, signs) > 0
    THEN concat(${seldom.join(`, E'\\x1f', `)}) END`;
  const parts = [...fields, rest];
  const line = `format(E'${parts.map(() => '%s').join('\\x1f')}', ${parts.join(', ')})`;
  return `(SELECT string_agg(${line}, E'\\x1e') FROM turn_report WHERE case_id = ${caseId})`;
}

/** The reports of such a text. */
export function toReports(lines: string | null): TurnReport[] {
  return lines === null ? [] : lines.split(LINE).map(toReport);
}

function toReport(line: string): TurnReport {
  const [
    id = '',
    deviceId = '',
    day,
    slot,
    centi,
    outcome,
    doneAt,
    recordedAt,
    source,
    turnedBy,
    resistance,
    checkedBy,
    pain,
    siteLook,
    note,
    correctsId,
    retracted,
    signs,
  ] = line.split(FIELD);
  return {
    id,
    deviceId,
    day: Number(day),
    slot: Number(slot),
    actuationsCenti: centi ? Number(centi) : null,
    outcome: outcome as TurnOutcome,
    doneAt: doneAt ? Number(doneAt) : null,
    recordedAt: Number(recordedAt),
    source: source as ReportSource,
    turnedBy: turnedBy || null,
    checkedBy: checkedBy || null,
    resistance: resistance as Resistance,
    pain: pain ? Number(pain) : null,
    siteLook: siteLook || null,
    note: note || null,
    correctsId: correctsId || null,
    retracted: retracted === '1',
    signs: signs ? (signs.split(',') as Sign[]) : [],
  };
}
