import { expect, test } from 'vitest';
import { activeClinic } from './active-clinic.ts';

const north = { id: 'north' };
const south = { id: 'south' };

test('a person works in the clinic he chose, else in the first of his', () => {
  expect(activeClinic([north, south], 'south')).toBe(south);
  expect(activeClinic([north, south], null)).toBe(north);
  expect(activeClinic([north], 'south')).toBe(north);
  expect(activeClinic([], 'south')).toBeNull();
});
