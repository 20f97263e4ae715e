import { expect, test } from 'vitest';
import { createLog, describeError, type LogFields } from './log.ts';

function recordingLog() {
  const lines: string[] = [];
  return { lines, log: createLog('debug', { write: (line: string) => void lines.push(line) }) };
}

test('only the fields of the list are written', () => {
  const { lines, log } = recordingLog();
  const fields = { caseId: '0198c', status: 404, name: 'MARLOW, Ida', mrn: '4711' } as LogFields;
  log.info('A case was not found.', fields);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    caseId: '0198c',
    status: 404,
    msg: 'A case was not found.',
  });
  expect(lines[0]).not.toMatch(/MARLOW|4711/);
});

test('a listed field that holds free text is withheld', () => {
  const { lines, log } = recordingLog();
  log.warn('Refused.', { route: 'Ida Marlow has a fever' });
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ route: '(withheld)' });
});

test('an error is logged under the returned id without its message', () => {
  const { lines, log } = recordingLog();
  const error = Object.assign(new Error('Key (mrn)=(4711) already exists.\n    at Ida Marlow'), {
    code: '23505',
    constraint: 'patient_mrn_key',
    detail: 'Key (mrn)=(4711)',
  });
  const errorId = log.error('A write failed.', error, { operation: 'create-case' });
  const line = JSON.parse(lines[0] ?? '');
  expect(errorId).toMatch(/^[0-9a-f]{10}$/);
  expect(line).toMatchObject({
    errorId,
    operation: 'create-case',
    error: { code: '23505', constraint: 'patient_mrn_key' },
  });
  expect(line.error.at).toContain('log.test.ts');
  expect(lines[0]).not.toMatch(/4711|Marlow/);
});

test('what is thrown need not be an error', () => {
  expect(describeError('Ida Marlow')).toEqual({ name: 'string' });
});
