import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import type { AtCase } from '#lib/auth/gate.ts';
import {
  type ReportProblem,
  recordTurnReports,
  type TurnReportsReason,
} from '#lib/operations/record-turn-reports.ts';
import type { FormState } from '#lib/schemas/form-state.ts';
import { turnReportsInput } from '#lib/schemas/turn-reports.ts';
import type { WrittenTurns } from '#lib/schemas/turn-row.ts';
import { turnRefusalWords } from '#lib/schemas/turn-words.ts';
import { refuseForm } from './guard-action.ts';

const KEPT = 'Nothing was saved; what you typed is still here.';

type Entry = {
  form: FormData;
  written: WrittenTurns;
  /** What is said of a form in which nothing was filled in. */
  nothing: string;
  secondInSlot: 'keep' | 'ask';
  /** Part of the flowsheet's address to go to once saved. */
  at?: string;
};

/** Records what an entry form yields, all of it or nothing, and goes to the flowsheet; else says what is wrong where. */
export async function recordWrittenTurns(
  { actor, caseId, now }: AtCase,
  { form, written, nothing, secondInSlot, at }: Entry,
): Promise<FormState> {
  const { reports, fields } = written;
  const note = (index: number, part: string, sentence: string) => {
    const field = reports[index]?.fieldOf(part) ?? part;
    fields[field] ??= asSentence(sentence);
  };
  for (const name of Object.keys(fields)) fields[name] = asSentence(fields[name] ?? '');
  if (reports.length === 0 && Object.keys(fields).length === 0) return refuseForm(form, nothing);
  const input = turnReportsInput.safeParse({ reports: reports.map(({ values }) => values), secondInSlot });
  if (!input.success) {
    for (const { path, message } of input.error.issues)
      note(Number(path[1]), String(path[2] ?? 'id'), message);
  }
  if (!input.success || Object.keys(fields).length > 0) {
    return refuseForm(form, `${count(fields)} to put right. ${KEPT}`, fields);
  }
  const result = await recordTurnReports({ actor, caseId, input: input.data, now });
  refresh();
  if (!result.ok) {
    for (const problem of problemsOf(result.reason))
      note(problem.index, problem.field, turnRefusalWords(problem));
    return refuseForm(form, `${reasonWords(result.reason, fields)} ${KEPT}`, fields);
  }
  const saved = result.value.recorded.length + result.value.repeated.length;
  redirect(`/cases/${caseId}/turns?saved=${saved}${at === undefined ? '' : `&at=${encodeURIComponent(at)}`}`);
}

function problemsOf(reason: TurnReportsReason): readonly ReportProblem[] {
  return reason.kind === 'reports-refused' ? reason.problems : [];
}

function reasonWords(reason: TurnReportsReason, fields: Record<string, string>): string {
  switch (reason.kind) {
    case 'reports-refused':
      return `${count(fields)} to put right.`;
    case 'not-found':
      return 'There is no such case in this clinic.';
    case 'not-allowed':
      return 'Your role in this clinic does not include recording turns.';
    case 'case-closed':
      return 'This case is closed: reopen it before recording turns.';
    case 'id-reused':
      return 'This form was sent before with other values: open the page again to see what was kept.';
  }
}

function count(fields: Record<string, string>): string {
  const many = Object.keys(fields).length;
  return many === 1 ? 'One field is' : `${many} fields are`;
}

function asSentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?!]$/.test(text) ? '' : '.'}`;
}
