import { expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '#lib/domain/units.ts';
import { howLongAgo, howManyDaysAgo } from './how-long-ago.ts';

const now = Date.UTC(2026, 2, 4, 9, 30);

it('says how long ago, and after a contact only the days of more than one', () => {
  expect([5 * MINUTE_MS, 19 * HOUR_MS, 51 * HOUR_MS].map((ms) => howLongAgo(now - ms, now))).toEqual([
    '5 min',
    '19 h',
    '2 d 3 h',
  ]);
  expect([23 * HOUR_MS, 24 * HOUR_MS, 51 * HOUR_MS].map((ms) => howManyDaysAgo(now - ms, now))).toEqual([
    '23 h',
    '1 d',
    '2 d',
  ]);
  expect(howLongAgo(now + HOUR_MS, now)).toBe('0 min');
});
