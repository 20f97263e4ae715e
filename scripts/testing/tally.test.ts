import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { playwrightFailures, tallyPlaywright, tallyVitest, vitestFailures } from './tally.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'turnwise-tally-'));
afterAll(() => rmSync(folder, { recursive: true }));

const reported = (report: unknown) => {
  const file = path.join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return file;
};

const vitest = (counts: object) =>
  reported({
    success: true,
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    ...counts,
  });
const playwright = (stats: object, errors: unknown[] = []) =>
  reported({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats }, errors });

describe('a tally', () => {
  test('counts what passed and what failed', () => {
    expect(tallyVitest(vitest({ numPassedTests: 5, numFailedTests: 2, success: false }), false)).toEqual({
      passed: 5,
      failed: 2,
    });
    expect(tallyPlaywright(playwright({ expected: 4, unexpected: 1 }), false)).toEqual({
      passed: 4,
      failed: 1,
    });
    expect(tallyVitest(vitest({ numPassedTests: 5 }), true)).toEqual({ passed: 5, failed: 0 });
    expect(tallyPlaywright(playwright({ expected: 4 }), true)).toEqual({ passed: 4, failed: 0 });
  });

  test('counts a skipped or flaky test as failed', () => {
    expect(tallyVitest(vitest({ numPassedTests: 5, numPendingTests: 1, numTodoTests: 1 }), true)).toEqual({
      passed: 5,
      failed: 2,
    });
    expect(tallyPlaywright(playwright({ expected: 4, skipped: 1, flaky: 1 }), true)).toEqual({
      passed: 4,
      failed: 2,
    });
  });

  test('fails when the runner failed though no test did, when nothing ran, and when there is no report', () => {
    expect(tallyVitest(vitest({ numPassedTests: 5, success: false }), true)).toEqual({
      passed: 5,
      failed: 1,
    });
    expect(tallyVitest(vitest({ numPassedTests: 5 }), false)).toEqual({ passed: 5, failed: 1 });
    expect(tallyPlaywright(playwright({ expected: 4 }, ['no server']), true)).toEqual({
      passed: 4,
      failed: 1,
    });
    expect(tallyVitest(vitest({}), true)).toEqual({ passed: 0, failed: 1 });
    expect(tallyPlaywright(path.join(folder, 'none.json'), true)).toEqual({ passed: 0, failed: 1 });
  });
});

describe('the failures', () => {
  test('of Vitest are the tests that did not pass and the files that did not load', () => {
    const result = (fullName: string, status: string, failureMessages: string[] = []) => ({
      fullName,
      status,
      failureMessages,
    });
    const tests = [
      result('is kept', 'passed'),
      result('is lost', 'failed', ['gone']),
      result('is left', 'todo'),
    ];
    const file = reported({
      testResults: [
        { name: 'a.test.ts', message: '', assertionResults: tests },
        { name: 'b.test.ts', message: 'does not load', assertionResults: [] },
      ],
    });
    expect(vitestFailures(file)).toEqual([
      { test: 'a.test.ts › is lost', message: 'gone' },
      { test: 'a.test.ts › is left', message: 'todo' },
      { test: 'b.test.ts', message: 'does not load' },
    ]);
    expect(vitestFailures(path.join(folder, 'none.json'))).toEqual([]);
  });

  test('of Playwright are found in suites within suites, and outside of the tests', () => {
    const spec = (title: string, status: string, errors: object[] = []) => ({
      title,
      file: 'a.spec.ts',
      line: 7,
      tests: [{ projectName: 'use', status, results: [{ errors }] }],
    });
    const inner = {
      specs: [spec('is lost', 'unexpected', [{ message: 'gone' }]), spec('is kept', 'expected')],
    };
    const file = reported({
      errors: [{ message: 'no server' }],
      suites: [{ suites: [inner], specs: [spec('is left', 'skipped')] }],
    });
    expect(playwrightFailures(file)).toEqual([
      { test: 'the runner', message: 'no server' },
      { test: '[use] a.spec.ts:7 › is lost', message: 'gone' },
      { test: '[use] a.spec.ts:7 › is left', message: 'skipped' },
    ]);
    expect(playwrightFailures(path.join(folder, 'none.json'))).toEqual([]);
  });
});
