import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quartilesOf } from './distribution.ts';
import { areFew, shareOf } from './interval.ts';
import { daysUntil, stillInPlace, type Watched } from './survival.ts';

describe('a share with its interval', () => {
  // Worked by hand: for 1 of 10, (0.1 + 0.19207) / 1.38415 ± 1.959964 · √(0.009 + 0.0096037) / 1.38415.
  it.each([
    [1, 10, 0.1, 0.0179, 0.4042],
    [0, 10, 0, 0, 0.2775],
    [10, 10, 1, 0.7225, 1],
    [5, 10, 0.5, 0.2366, 0.7634],
    [46, 172, 0.2674, 0.2069, 0.3381],
  ])('of %i in %i', (count, of, share, low, high) => {
    const found = shareOf(count, of);
    expect(found?.share).toBeCloseTo(share, 4);
    expect(found?.low).toBeCloseTo(low, 4);
    expect(found?.high).toBeCloseTo(high, 4);
  });

  it('of nothing is nothing', () => {
    expect(shareOf(0, 0)).toBeNull();
  });

  it('holds the share, keeps within 0 and 1, and is the same seen from the other side', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (of, part) => {
          const count = Math.round(of * part);
          const found = shareOf(count, of);
          const other = shareOf(of - count, of);
          if (!found || !other) throw new Error('nothing');
          expect(found.low).toBeGreaterThanOrEqual(0);
          expect(found.low).toBeLessThanOrEqual(found.share);
          expect(found.high).toBeGreaterThanOrEqual(found.share);
          expect(found.high).toBeLessThanOrEqual(1);
          expect(found.low).toBeCloseTo(1 - other.high, 9);
        },
      ),
    );
  });

  it('calls fewer than thirty few', () => {
    expect([areFew(29), areFew(30)]).toEqual([true, false]);
  });
});

describe('median and quartiles', () => {
  const of = (...values: number[]) => values.map((value) => ({ value, count: 1 }));

  it.each([
    ['one', of(7), { n: 1, lower: 7, median: 7, upper: 7 }],
    ['an even number', of(4, 1, 3, 2), { n: 4, lower: 1.5, median: 2.5, upper: 3.5 }],
    ['an odd number', of(1, 2, 3, 4, 10), { n: 5, lower: 2, median: 3, upper: 4 }],
    [
      'values found more than once',
      [
        { value: 0, count: 6 },
        { value: 2, count: 1 },
        { value: 9, count: 1 },
      ],
      { n: 8, lower: 0, median: 0, upper: 1 },
    ],
    ['negative values', of(-3, -1), { n: 2, lower: -3, median: -2, upper: -1 }],
  ])('of %s', (_what, distribution, expected) => {
    expect(quartilesOf(distribution)).toEqual(expected);
  });

  it('of nothing are nothing', () => {
    expect(quartilesOf([])).toBeNull();
    expect(quartilesOf([{ value: 3, count: 0 }])).toBeNull();
  });
});

describe('the share that is still in place', () => {
  // Remission under 6-mercaptopurine, the 21 patients with whom the method is taught (Freireich, Blood 1963;21:699).
  const FREIREICH: Watched[] = [
    [6, 3, 1],
    [7, 1, 0],
    [9, 0, 1],
    [10, 1, 1],
    [11, 0, 1],
    [13, 1, 0],
    [16, 1, 0],
    [17, 0, 1],
    [19, 0, 1],
    [20, 0, 1],
    [22, 1, 0],
    [23, 1, 0],
    [25, 0, 1],
    [32, 0, 2],
    [34, 0, 1],
    [35, 0, 1],
  ].map(([days = 0, removed = 0, inPlace = 0]) => ({ days, removed, inPlace }));

  it('is that of the published example', () => {
    const steps = stillInPlace(FREIREICH);
    expect(steps.map(({ days, atRisk, share }) => [days, atRisk, Number(share.toFixed(3))])).toEqual([
      [6, 21, 0.857],
      [7, 17, 0.807],
      [10, 15, 0.753],
      [13, 12, 0.69],
      [16, 11, 0.627],
      [22, 7, 0.538],
      [23, 6, 0.448],
    ]);
    expect([daysUntil(0.25, steps), daysUntil(0.5, steps), daysUntil(0.75, steps)]).toEqual([13, 23, null]);
  });

  it('is the plain share where everybody was watched to the end, in whatever order they come', () => {
    const all = [40, 10, 30, 20].map((days) => ({ days, removed: 1, inPlace: 0 }));
    const steps = stillInPlace(all);
    expect(steps.map(({ share }) => share)).toEqual(
      [0.75, 0.5, 0.25, 0].map((share) => expect.closeTo(share, 9)),
    );
    expect(daysUntil(0.5, steps)).toBe(20);
  });

  it('is not known where nobody was removed', () => {
    expect(stillInPlace([{ days: 5, removed: 0, inPlace: 4 }])).toEqual([]);
    expect(daysUntil(0.5, [])).toBeNull();
  });
});
