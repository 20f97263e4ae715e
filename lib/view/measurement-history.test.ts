import { expect, test } from 'vitest';
import type { MeasurementLine } from '#lib/domain/measurement/measurement.ts';
import { at } from '#tests/factories/scripted-case.ts';
import { earlierReadings, withdrawnReadings } from './measurement-history.ts';

const reader = { devices: [], zone: 'UTC' };
const line = (id: string, more: Partial<MeasurementLine>): MeasurementLine => ({
  id,
  kind: 'head-circumference',
  deviceId: null,
  takenAt: at('2025-09-06', '10:00'),
  valueUm: 440_000,
  uncertaintyUm: null,
  method: 'tape',
  note: null,
  recordedAt: at('2025-09-06', '11:00'),
  recordedBy: 'A. Nurse',
  correctsId: null,
  correctionReason: null,
  retracted: false,
  ...more,
});

const lines = [
  line('c', { valueUm: 441_000, correctsId: 'b', correctionReason: 'second look' }),
  line('b', { valueUm: 404_000, correctsId: 'a', correctionReason: 'turned digits' }),
  line('a', {}),
  line('y', { correctsId: 'x', correctionReason: 'another child', retracted: true }),
  line('x', { valueUm: 500_000 }),
];

test('a corrected measurement keeps what it said each time, with who corrected it and why', () => {
  const earlier = earlierReadings(lines, 'c', reader);
  expect(earlier.map(({ id, reason }) => [id, reason])).toEqual([
    ['b', 'second look'],
    ['a', 'turned digits'],
  ]);
  expect(earlier[0]?.what).toContain('404.0');
  expect(earlier[0]?.by).toMatch(/^A\. Nurse, 06-Sep-2025/);
  expect(earlierReadings(lines, 'a', reader)).toEqual([]);
});

test('a withdrawn measurement is listed as it was, with the reason', () => {
  expect(withdrawnReadings(lines, reader)).toMatchObject([{ id: 'x', reason: 'another child' }]);
});
