import { createArrivals, type NotNow } from '#lib/auth/arrivals.ts';
import type { AtCase } from '#lib/auth/gate.ts';
import { gateCase, refusalResponse } from '#lib/auth/gate-request.ts';
import { readBody } from '#lib/auth/read-body.ts';
import { quotedCell } from '#lib/interop/quoted-cell.ts';
import { type CsvLine, readTurnCsv, type TurnCsvColumn } from '#lib/interop/turn-csv.ts';
import { turnCsvTemplate } from '#lib/interop/turn-csv-template.ts';
import { columnOfPart, type ImportReading, readTurnImport } from '#lib/interop/turn-import.ts';
import { loadTurnImport } from '#lib/loaders/load-turn-import.ts';
import { recordTurnReports } from '#lib/operations/record-turn-reports.ts';
import { type ImportAnswer, type ImportProblem, MOST_IMPORT_BYTES } from '#lib/schemas/turn-import-answer.ts';
import { type TurnReportsInput, turnReportsInput } from '#lib/schemas/turn-reports.ts';
import { turnRefusalWords } from '#lib/schemas/turn-words.ts';
import { idsOfLines, sha256 } from './line-ids.ts';
import { fileWords, problemWords } from './problem-words.ts';

type Context = { params: Promise<{ caseId: string }> };

/** Files of turns that this process holds in memory at once. */
const arrive = createArrivals(8);

const answer = (status: number, body: ImportAnswer) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
const refuse = (status: number, message: string) => answer(status, { kind: 'refused', message });

const NOT_TAKEN: Record<NotNow | 'too-large' | 'cut-off', [status: number, sentence: string]> = {
  'too-large': [
    413,
    `The file is larger than ${MOST_IMPORT_BYTES / 1024 / 1024} MB. Split it and import the parts.`,
  ],
  'cut-off': [400, 'The file did not arrive whole, so nothing was recorded. Send it again.'],
  'one-at-a-time': [429, 'Another file of yours is being read. Send this one again once that is done.'],
  busy: [429, 'Several files are arriving at this moment. Send yours again in a few seconds.'],
};

/** A file to fill in, with the slots of the last two weeks that lack a report. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const gate = await gateCase(request, (await params).caseId, 'turns.record');
  if (!gate.ok) return refusalResponse(gate.reason);
  const loaded = await loadTurnImport(gate.value);
  if (!loaded) return refusalResponse('not-found');
  return new Response(turnCsvTemplate(loaded.open), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="turns.csv"',
      'cache-control': 'no-store',
    },
  });
}

/**
 * Reads a file of turns and says line by line what would become of it. With `?confirm=` and the hash of that
 * answer the very same bytes are read again and recorded, all of them or none.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const gate = await gateCase(request, (await params).caseId, 'turns.record');
  if (!gate.ok) return refusalResponse(gate.reason);
  const taken = await arrive(gate.value.person.id, () => take(request, gate.value));
  return taken.ok ? taken.value : refuse(...NOT_TAKEN[taken.reason]);
}

async function take(request: Request, at: AtCase): Promise<Response> {
  const body = await readBody(request, MOST_IMPORT_BYTES);
  if (!body.ok) return refuse(...NOT_TAKEN[body.reason]);
  const bytes = body.value;
  const hash = await sha256(bytes);
  const confirmed = new URL(request.url).searchParams.get('confirm');
  if (confirmed !== null && confirmed !== hash) {
    return refuse(409, 'This is not the file that was checked. Nothing was recorded; check the file again.');
  }
  const table = readTurnCsv(bytes);
  if (!table.ok) return refuse(422, fileWords(table.reason));
  const loaded = await loadTurnImport(at);
  if (!loaded) return refusalResponse('not-found');
  const { facts, expectedCenti } = loaded;
  const reading = readTurnImport(table.value, {
    facts,
    zone: facts.zone,
    devices: facts.devices,
    expectedCenti,
    now: at.now,
    idOfLine: await idsOfLines(at.caseId, hash),
  });
  const problemAt = problemsOf(table.value);
  const checked = checkReports(reading, problemAt);
  const preview = { kind: 'preview', hash, lines: reading.lines, problems: checked.problems } as const;
  if (confirmed === null) return answer(200, preview);
  if (checked.problems.length > 0) return answer(422, preview);
  if (!checked.input) return answer(200, { kind: 'recorded', recorded: 0 });
  return record(at, checked.input, { ...reading, hash, problemAt });
}

type ProblemAt = (line: number, column: TurnCsvColumn, message: string) => ImportProblem;

/** Says of a cell what is wrong with it, beside what it says. */
function problemsOf(rows: readonly CsvLine[]): ProblemAt {
  const cells = new Map(rows.map((row) => [row.line, row.cells]));
  return (line, column, message) => {
    const written = quotedCell(cells.get(line)?.[column] ?? '');
    return { line, column, written, message };
  };
}

/** The problems of the file and those that the schema of reports finds; the reports when there are none. */
function checkReports({ problems, reports }: ImportReading, problemAt: ProblemAt) {
  const found = problems.map((problem) => problemAt(problem.line, problem.column, problemWords(problem)));
  if (reports.length === 0) return { problems: found, input: null };
  const parsed = turnReportsInput.safeParse({
    reports: reports.map(({ values }) => values),
    secondInSlot: 'ask',
  });
  for (const { path, message } of parsed.error?.issues ?? []) {
    const line = reports[Number(path[1])]?.line ?? 1;
    found.push(problemAt(line, columnOfPart(String(path[2])), message));
  }
  return { problems: found.sort((a, b) => a.line - b.line), input: parsed.data ?? null };
}

async function record(
  { actor, caseId, now }: AtCase,
  input: TurnReportsInput,
  { lines, reports, hash, problemAt }: ImportReading & { hash: string; problemAt: ProblemAt },
): Promise<Response> {
  const result = await recordTurnReports({ actor, caseId, input, now });
  if (result.ok) return answer(201, { kind: 'recorded', recorded: input.reports.length });
  switch (result.reason.kind) {
    case 'reports-refused': {
      const problems = result.reason.problems.map((problem) =>
        problemAt(reports[problem.index]?.line ?? 1, columnOfPart(problem.field), turnRefusalWords(problem)),
      );
      return answer(422, { kind: 'preview', hash, lines, problems });
    }
    case 'case-closed':
      return refuse(409, 'This case is closed, so nothing was recorded. Reopen it to import turns.');
    case 'id-reused':
      return refuse(
        409,
        'An id of the file was used before with other values. Nothing was recorded; check the file again.',
      );
    case 'not-allowed':
      return refusalResponse('forbidden');
    case 'not-found':
      return refusalResponse('not-found');
  }
}
