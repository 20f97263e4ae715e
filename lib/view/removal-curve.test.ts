import { expect, it } from 'vitest';
import { removalCurve } from './removal-curve.ts';

it('says the median, what is still in, and the share on each day of the table', () => {
  const curve = removalCurve([
    { days: 60, removed: 1, inPlace: 0 },
    { days: 70, removed: 2, inPlace: 1 },
    { days: 80, removed: 1, inPlace: 0 },
  ]);
  // 5 at risk: 1 out leaves 4/5, 2 of 4 leave 2/5, the last leaves none.
  expect(curve.summary).toBe('Median 70 days, a quarter out by day 70, three quarters by day 80');
  expect([curve.counted, curve.isFew]).toEqual(['4 removed, 1 still in place when last watched', true]);
  expect(curve.path).toBe('M0 0H714.3V20H833.3V60H952.4V100H952.4');
  expect(curve.rows.find(({ days }) => days === 77)).toEqual({ days: 77, inPlace: `40.0\u00a0%`, atRisk: 1 });
});

it('has no median before anybody was removed', () => {
  const curve = removalCurve([{ days: 20, removed: 0, inPlace: 3 }]);
  expect(curve.summary).toBeNull();
  expect(curve.rows.at(-1)).toMatchObject({ inPlace: `100.0\u00a0%` });
});
