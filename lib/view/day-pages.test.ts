import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayFromIso } from '#lib/domain/case-day.ts';
import { dayPage } from './day-pages.ts';

test('the ways to earlier and to later days lead through every page once, and each day is on one', () => {
  fc.assert(
    fc.property(fc.nat(2_000), fc.integer({ min: 1, max: 400 }), fc.nat(2_500), (length, most, ahead) => {
      const whole = { from: 20_000, through: 20_000 + length };
      const seen: number[] = [];
      let page = dayPage(whole, most, whole.through + ahead);
      expect(page.later).toBeNull();
      for (;;) {
        expect(page.through - page.from).toBeLessThan(most);
        for (let day = page.through; day >= page.from; day--) seen.push(day);
        if (page.earlier === null) break;
        const before = dayPage(whole, most, dayFromIso(page.earlier.until) ?? 0);
        expect(dayPage(whole, most, dayFromIso(before.later?.until ?? '') ?? 0)).toEqual(page);
        page = before;
      }
      expect(seen).toEqual(Array.from({ length: length + 1 }, (_, index) => whole.through - index));
    }),
  );
});

test('what is left out is counted and dated', () => {
  expect(dayPage({ from: 20_000, through: 20_020 }, 10, 20_008)).toEqual({
    from: 20_001,
    through: 20_010,
    earlier: { words: '1 day, 04-Oct-2024 to 04-Oct-2024', until: '2024-10-04' },
    later: { words: '10 days, 15-Oct-2024 to 24-Oct-2024', until: '2024-10-24' },
  });
});
