import fc from 'fast-check';
import { expect, test } from 'vitest';
import { StepPath } from './step-path.ts';

test('is written as steps, and nothing where it stands still', () => {
  const path = new StepPath().moveTo(375, 2770).levelTo(431).uprightTo(2757).levelTo(431).levelTo(487);
  expect(path.toString()).toBe('M37.5 277h5.6v-1.3h5.6');
  expect(path.closed()).toBe('M37.5 277h5.6v-1.3h5.6Z');
  expect(new StepPath().isEmpty).toBe(true);
});

test('goes level to where its height becomes another, and not before', () => {
  const path = new StepPath().moveTo(0, 100).stepTo(50, 100).stepTo(80, 95).stepTo(90, 95);
  expect(path.toString()).toBe('M0 10h8v-0.5');
});

/** Where a path of `M`, `h` and `v` leads, in tenths. */
function endOf(path: string): [number, number] {
  let [x, y] = [0, 0];
  for (const [, letter, one, two] of path.matchAll(/([Mhv])(-?[\d.]+)(?: (-?[\d.]+))?/g)) {
    const tenths = Math.round(Number(one) * 10);
    if (letter === 'M') [x, y] = [tenths, Math.round(Number(two) * 10)];
    else if (letter === 'h') x += tenths;
    else y += tenths;
  }
  return [x, y];
}

test('is where it is meant to be after any number of steps, and so are its pieces', () => {
  const tenths = fc.integer({ min: 0, max: 20_000 });
  fc.assert(
    fc.property(fc.array(fc.tuple(tenths, tenths), { minLength: 1, maxLength: 400 }), (corners) => {
      const path = new StepPath(2 * corners.length + 1).moveTo(12, 34);
      for (const [x, y] of corners) path.levelTo(x).uprightTo(y);
      const y = corners.at(-1)?.[1] ?? 0;
      const text = path.levelTo(20_001).toString();
      expect(endOf(text)).toEqual([20_001, y]);
      expect([...path.pieces.slice(-4)]).toEqual([(corners.at(-1)?.[0] ?? 0) / 100, y / 10, 200.01, y / 10]);
      expect(text.match(/[hv]/g)).toHaveLength(path.pieces.length / 4);
    }),
  );
});
