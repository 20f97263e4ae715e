import { expect, it } from 'vitest';
import { inTurns } from './in-turns.ts';

/** Steps that take far longer than a turn, if nobody else is let in. */
const MOST = 20_000_000;

it('lets others have their turn while the work goes on, and answers as the work does', async () => {
  let isHeard = false;
  setImmediate(() => {
    isHeard = true;
  });
  function* waiting(): Generator<undefined, string> {
    for (let step = 0; step < MOST && !isHeard; step++) yield;
    return isHeard ? 'heard' : 'nobody was let in';
  }
  expect(await inTurns(waiting())).toBe('heard');
});

it('fails as the work does', async () => {
  const failing: Iterator<undefined, never> = {
    next: () => {
      throw new RangeError('no such day');
    },
  };
  await expect(inTurns(failing)).rejects.toThrow('no such day');
});
