import { parseArgs } from 'node:util';
import { assess } from '#lib/domain/assess.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import { assessmentJson } from '#lib/interop/assessment-json.ts';
import { momentAt } from '#lib/schemas/case-file-moment.ts';
import { readCaseFile } from './case-file-text.ts';

const USAGE =
  'usage: npm run assess -- FILE.json [--as-of "2026-03-12 08:00"]\nThe format of the file is in docs/case-file.md.';

type Request = { path: string; asOf: string | undefined };

/** Prints the assessment of a case file as JSON; exit code 2 with a sentence on stderr if it cannot. */
async function main(): Promise<void> {
  const request = requestFrom(process.argv.slice(2));
  if (!request.ok) return refuse(request.reason);
  const { path, asOf } = request.value;
  const facts = await readCaseFile(path);
  if (!facts.ok) return refuse(`${path}: nothing was assessed.\n${facts.reason}`);
  const at = asOf === undefined ? ok(Date.now()) : momentAt(asOf, facts.value.zone);
  if (!at.ok) return refuse(`--as-of: ${at.reason}`);
  const judgement = assessmentJson(assess(facts.value, at.value), facts.value.zone, at.value);
  process.stdout.write(`${JSON.stringify(judgement, null, 2)}\n`);
}

function requestFrom(args: string[]): Result<Request, string> {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { 'as-of': { type: 'string' } },
    });
    const [path, another] = positionals;
    if (path === undefined || another !== undefined) return refused(USAGE);
    return ok<Request>({ path, asOf: values['as-of'] });
  } catch (error) {
    return refused(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

function refuse(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 2;
}

await main();
