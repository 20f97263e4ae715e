import { existsSync, readFileSync } from 'node:fs';

/** How many tests of a runner passed, and how many did not: a test that was skipped did not pass. */
export type Tally = { passed: number; failed: number };

type VitestReport = {
  success: boolean;
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
};
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
};

const read = <Report>(file: string): Report | undefined =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : undefined;

// A runner that failed without a failed test (it crashed, a file did not load, it found nothing) counts as one.
const atLeastOneFailure = ({ passed, failed }: Tally, succeeded: boolean): Tally => ({
  passed,
  failed: succeeded && passed > 0 ? failed : Math.max(failed, 1),
});

/** Reads Vitest's JSON report; `succeeded` is whether the runner itself ended with code 0. */
export function tallyVitest(file: string, succeeded: boolean): Tally {
  const report = read<VitestReport>(file);
  if (!report) return { passed: 0, failed: 1 };
  const failed = report.numFailedTests + report.numPendingTests + report.numTodoTests;
  return atLeastOneFailure({ passed: report.numPassedTests, failed }, succeeded && report.success);
}

/** Reads Playwright's JSON report; `succeeded` is whether the runner itself ended with code 0. */
export function tallyPlaywright(file: string, succeeded: boolean): Tally {
  const report = read<PlaywrightReport>(file);
  if (!report) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failed = unexpected + flaky + skipped;
  return atLeastOneFailure({ passed: expected, failed }, succeeded && report.errors.length === 0);
}
