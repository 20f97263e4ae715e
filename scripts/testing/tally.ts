import { existsSync, readFileSync } from 'node:fs';

/** How many tests of a runner passed, and how many did not: a test that was skipped did not pass. */
export type Tally = { passed: number; failed: number };

/** A test that did not pass, in the runner's words. */
export type Failure = { test: string; message: string };

type VitestReport = {
  success: boolean;
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    name: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
};
type PlaywrightSuite = {
  suites?: PlaywrightSuite[];
  specs: {
    title: string;
    file: string;
    line: number;
    tests: { projectName: string; status: string; results: { errors: { message?: string }[] }[] }[];
  }[];
};
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: { message?: string }[];
  suites: PlaywrightSuite[];
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

/** The tests that Vitest's JSON report says did not pass, and the files that did not load. */
export function vitestFailures(file: string): Failure[] {
  const results = read<VitestReport>(file)?.testResults ?? [];
  return results.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status !== 'passed');
    const unloaded = message && failed.length === 0 ? [{ test: name, message }] : [];
    return [
      ...unloaded,
      ...failed.map(({ fullName, status, failureMessages }) => ({
        test: `${name} › ${fullName}`,
        message: failureMessages.join('\n') || status,
      })),
    ];
  });
}

/** The tests that Playwright's JSON report says did not pass, and what went wrong outside of them. */
export function playwrightFailures(file: string): Failure[] {
  const report = read<PlaywrightReport>(file);
  const within = ({ suites = [], specs }: PlaywrightSuite): Failure[] => [
    ...suites.flatMap(within),
    ...specs.flatMap((spec) =>
      spec.tests
        .filter(({ status }) => status !== 'expected')
        .map(({ projectName, status, results }) => ({
          test: `[${projectName}] ${spec.file}:${spec.line} › ${spec.title}`,
          message: results.flatMap(({ errors }) => errors.map((error) => error.message)).join('\n') || status,
        })),
    ),
  ];
  return [
    ...(report?.errors ?? []).map(({ message = '' }) => ({ test: 'the runner', message })),
    ...(report?.suites ?? []).flatMap(within),
  ];
}
