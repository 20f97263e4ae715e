import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { ensureBuild } from './clinic/build.ts';
import { programFolder, runNode } from './system/child.ts';
import { describeChecks, runChecks } from './testing/checks.ts';
import {
  type Failure,
  playwrightFailures,
  type Tally,
  tallyPlaywright,
  tallyVitest,
  vitestFailures,
} from './testing/tally.ts';

const reports = path.join(programFolder, '.tmp', 'reports');
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());

const failures: Failure[] = [];

const program = (name: string, file: string) => path.join('node_modules', name, file);

async function checks(): Promise<Tally> {
  const results = await runChecks();
  process.stdout.write(`${describeChecks(results)}\n`);
  const failed = results.filter((result) => !result.passed);
  failures.push(...failed.map(({ name, output }) => ({ test: name, message: output })));
  return { passed: results.length - failed.length, failed: failed.length };
}

async function vitest(projects: string[]): Promise<Tally> {
  const report = path.join(reports, `vitest-${projects.join('-')}.json`);
  const { code } = await runNode(
    [
      program('vitest', 'vitest.mjs'),
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { env: process.env, signal: stop.signal },
  );
  failures.push(...vitestFailures(report));
  return tallyVitest(report, code === 0);
}

async function build(): Promise<Tally> {
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' };
  await ensureBuild({ env, signal: stop.signal });
  return { passed: 1, failed: 0 };
}

async function browser(): Promise<Tally> {
  const report = path.join(reports, 'playwright.json');
  const { code } = await runNode([program('@playwright/test', 'cli.js'), 'test', '--reporter=line,json'], {
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    signal: stop.signal,
    graceMs: 60_000,
  });
  failures.push(...playwrightFailures(report));
  return tallyPlaywright(report, code === 0);
}

const steps: [string, () => Promise<Tally>][] = [
  ['Checks', checks],
  ['Domain, layers and database', () => vitest(['unit', 'db'])],
  ['Build', build],
  ['Starting, stopping, access', () => vitest(['runtime', 'http'])],
  ['Faults', () => vitest(['faults'])],
  ['Browser', browser],
];

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const total: Tally = { passed: 0, failed: 0 };
for (const [name, step] of steps) {
  if (stop.signal.aborted) break;
  process.stdout.write(`\n━━ ${name}\n`);
  const startedAt = performance.now();
  const { passed, failed } = await step().catch((error: unknown) => {
    process.stdout.write(`${error instanceof Error ? error.message : error}\n`);
    return { passed: 0, failed: 1 };
  });
  total.passed += passed;
  total.failed += failed;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  process.stdout.write(`━━ ${name}: ${passed} passed, ${failed} failed, ${seconds} s\n`);
}
if (stop.signal.aborted) total.failed += 1;
// Again at the end, where they are looked for: a log is long and often only its tail is kept.
for (const { test, message } of failures)
  process.stdout.write(`\n✗ ${test}\n${message.split('\n').slice(0, 25).join('\n')}\n`);
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
