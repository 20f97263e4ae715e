import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathPieces } from './label-placement.ts';
import { StepPath } from './step-path.ts';

test('is written as steps, and nothing where it stands still', () => {
  const path = new StepPath().moveTo(37.5, 277).levelTo(43.1).uprightTo(275.7).levelTo(43.1).levelTo(48.7);
  expect(path.toString()).toBe('M37.5 277h5.6v-1.3h5.6');
  expect(path.closed()).toBe('M37.5 277h5.6v-1.3h5.6Z');
  expect(new StepPath().isEmpty).toBe(true);
});

test('is where it is meant to be after any number of steps', () => {
  const tenths = fc.integer({ min: 0, max: 10_000 });
  fc.assert(
    fc.property(fc.array(fc.tuple(tenths, tenths), { minLength: 1, maxLength: 400 }), (corners) => {
      const path = new StepPath().moveTo(0, 0);
      for (const [x, y] of corners) path.levelTo(x / 10).uprightTo(y / 10);
      const ends = pathPieces(path.levelTo(1001).toString()).at(-1);
      expect(ends).toMatchObject({ x2: 100.1, y2: (corners.at(-1)?.[1] ?? 0) / 10 });
    }),
  );
});
