import type { Complication, ComplicationStep } from '#lib/domain/complication/complication.ts';
import { promptedLevel, promptsOf } from '#lib/domain/complication/prompts.ts';
import { complicationStatus, gradesOf } from '#lib/domain/complication/status.ts';
import type { FlagLevel } from '#lib/domain/facts.ts';
import type { ShownPhotograph } from './complication-photographs.ts';
import {
  COURSE_WORDS,
  complicationWords,
  DETECTED_WORDS,
  gradeWords,
  promptWords,
  SIGN_WORDS,
} from './complication-words.ts';
import { formatDay, formatInstant } from './format-date.ts';

/** What was written of a complication: the row itself, or one that took its place. */
export type WrittenRow = Omit<Complication, 'id' | 'steps'> & {
  rowId: string;
  complicationId: string;
  correctsId: string | null;
  correctionReason: string | null;
  retracted: boolean;
  by: string;
};

export type WrittenStep = ComplicationStep & {
  complicationId: string;
  correctsId: string | null;
  retracted: boolean;
  by: string;
};

/** A line of the history: what was recorded, by whom and when. */
export type HistoryLine = {
  id: string;
  words: string;
  written: string;
  note: string | null;
  /** It was withdrawn, or another took its place. */
  isGone: boolean;
  /** A step that can still be withdrawn. */
  step: ComplicationStep['kind'] | null;
};

export type ComplicationCard = {
  id: string;
  /** The row that stands, which a correction names. */
  rowId: string;
  headline: string;
  device: string | null;
  status: 'open' | 'resolved' | 'withdrawn';
  statusWords: string;
  level: FlagLevel;
  seen: string;
  signs: string | null;
  grades: string;
  note: string | null;
  /** What it prompts while it is open; null afterwards. */
  prompts: string | null;
  /** Those that show it; empty too for who may not see photographs. */
  photographs: readonly ShownPhotograph[];
  history: readonly HistoryLine[];
};

type Written = { rows: readonly WrittenRow[]; steps: readonly WrittenStep[] };
type Context = {
  zone: string;
  labels: ReadonlyMap<string, string>;
  photographs: ReadonlyMap<string, readonly ShownPhotograph[]>;
};

const ORDER = { open: 0, resolved: 1, withdrawn: 2 };

/** The complications of a case, open ones first and in each the latest onset first. */
export function complicationCards({ rows, steps }: Written, context: Context): readonly ComplicationCard[] {
  const replaced = new Set(rows.map(({ correctsId }) => correctsId));
  return rows
    .filter(({ rowId }) => !replaced.has(rowId))
    .sort((a, b) => b.onsetDay - a.onsetDay || b.recordedAt - a.recordedAt)
    .map((row) =>
      cardOf(row, {
        rows: rows.filter(({ complicationId }) => complicationId === row.complicationId),
        steps: steps.filter(({ complicationId }) => complicationId === row.complicationId),
        context,
      }),
    )
    .sort((a, b) => ORDER[a.status] - ORDER[b.status]);
}

type Of = Written & { context: Context };

function cardOf(row: WrittenRow, { rows, steps, context }: Of): ComplicationCard {
  const gone = new Set(steps.flatMap(({ id, correctsId, retracted }) => [correctsId, retracted ? id : null]));
  const standing = { steps: steps.filter(({ id }) => !gone.has(id)) };
  const { kind: state, ...rest } = complicationStatus(standing);
  const status = row.retracted ? 'withdrawn' : state;
  const { clavienDindo, severity } = gradesOf(standing);
  const resolved = 'day' in rest ? `Resolved ${formatDay(rest.day)}` : 'Open';
  return {
    id: row.complicationId,
    rowId: row.rowId,
    headline: complicationWords(row),
    device: row.deviceId === null ? null : (context.labels.get(row.deviceId) ?? null),
    status,
    statusWords: row.retracted ? 'Withdrawn' : resolved,
    level: promptedLevel(row),
    seen: `since ${formatDay(row.onsetDay)}, seen by ${DETECTED_WORDS[row.detectedBy]}`,
    signs: row.signs.length === 0 ? null : row.signs.map((sign) => SIGN_WORDS[sign]).join(', '),
    grades: gradeWords(clavienDindo, severity),
    note: row.note,
    prompts: status === 'open' ? promptWords(promptsOf(row)) : null,
    photographs: context.photographs.get(row.complicationId) ?? [],
    history: [
      ...rows.map((one) => ({ at: one.recordedAt, line: rowLine(one, rows, context) })),
      ...steps.map((one) => ({ at: one.recordedAt, line: stepLine(one, gone, context) })),
    ]
      .sort((a, b) => a.at - b.at)
      .map(({ line }) => line),
  };
}

function rowLine(row: WrittenRow, rows: readonly WrittenRow[], { zone }: Context): HistoryLine {
  const before = rows.find(({ rowId }) => rowId === row.correctsId);
  const was = before ? `${complicationWords(before)} since ${formatDay(before.onsetDay)}` : '';
  const words = row.retracted ? `Withdrawn: ${was}` : `Corrected, before: ${was}`;
  return {
    id: row.rowId,
    words: before ? words : `Recorded as ${complicationWords(row)}`,
    written: `${formatInstant(row.recordedAt, zone)}, ${row.by}`,
    note: row.correctionReason,
    isGone: false,
    step: null,
  };
}

function stepLine(step: WrittenStep, gone: ReadonlySet<string | null>, { zone }: Context): HistoryLine {
  const isGone = gone.has(step.id);
  return {
    id: step.id,
    words: `${formatDay(step.onDay)}: ${step.retracted ? `withdrawn: ${stepWords(step)}` : stepWords(step)}`,
    written: `${formatInstant(step.recordedAt, zone)}, ${step.by}`,
    note: step.note,
    isGone: isGone && !step.retracted,
    step: isGone || step.kind === 'decided' ? null : step.kind,
  };
}

function stepWords(step: ComplicationStep): string {
  switch (step.kind) {
    case 'graded':
      return `graded ${gradeWords(step.clavienDindo, step.severity)}`;
    case 'decided':
      return `decided: ${COURSE_WORDS[step.course].toLowerCase()}${step.version === null ? '' : `, version ${step.version} of the protocol`}`;
    case 'done':
      return 'done';
    case 'resolved':
      return 'resolved';
    case 'reopened':
      return 'open again';
  }
}
