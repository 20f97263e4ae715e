import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { ensureDatabaseTypes } from './database-types.ts';

const root = path.join(import.meta.dirname, '..', '..');
const program = (...parts: string[]) => path.join(root, 'node_modules', ...parts);

/** One check: what it found is in `output`, empty when it has nothing to say. */
export type CheckResult = { name: string; passed: boolean; seconds: number; output: string };

function runNodeQuietly(args: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output: output.trim() }));
  });
}

async function check(name: string, args: string[]): Promise<CheckResult> {
  const startedAt = performance.now();
  const { code, output } = await runNodeQuietly(args);
  const seconds = (performance.now() - startedAt) / 1000;
  return { name, passed: code === 0, seconds, output: code === 0 ? '' : output };
}

/** Format, lint and layers (Biome), types, and unused files, exports and packages. Writes no source. */
export async function runChecks(): Promise<CheckResult[]> {
  // What the compiler reads beside the sources: the types of the tables and of the routes.
  await ensureDatabaseTypes({ env: process.env, signal: AbortSignal.timeout(120_000) });
  const routeTypes = await check('route types', [program('next', 'dist', 'bin', 'next'), 'typegen']);
  const others = await Promise.all([
    check('format, lint, layers', [
      program('@biomejs', 'biome', 'bin', 'biome'),
      'ci',
      '--max-diagnostics=100',
      '.',
    ]),
    check('types', [program('typescript', 'lib', 'tsc.js'), '--noEmit']),
    check('unused code', [program('knip', 'bin', 'knip.js'), '--no-progress', '--no-config-hints']),
  ]);
  return [routeTypes, ...others];
}

/** What failed in full, then one line for each check. */
export function describeChecks(results: readonly CheckResult[]): string {
  const failures = results
    .filter(({ passed }) => !passed)
    .map(({ name, output }) => `── ${name}\n${output}\n`);
  const lines = results.map(
    ({ name, passed, seconds }) => `${passed ? 'passed' : 'FAILED'}  ${name} (${seconds.toFixed(1)} s)`,
  );
  return [...failures, ...lines].join('\n');
}
