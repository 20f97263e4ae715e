import { describe, expect, it } from 'vitest';
import { actuationsCenti, expansionUm } from './units.ts';

describe('expansionUm', () => {
  it('makes three strokes of a third of a turn exactly one turn', () => {
    expect(expansionUm(300, { umPerTurn: 500, actuationsPerTurn: 3 })).toBe(500);
    expect(expansionUm(100, { umPerTurn: 500, actuationsPerTurn: 3 })).toBe(167);
  });

  it('rounds forwards and backwards alike', () => {
    const thread = { umPerTurn: 25, actuationsPerTurn: 2 };
    expect(expansionUm(100, thread)).toBe(13);
    expect(expansionUm(-100, thread)).toBe(-13);
    expect(Object.is(expansionUm(-1, { umPerTurn: 1, actuationsPerTurn: 4 }), 0)).toBe(true);
  });

  it('knows 90° strokes of 0.25 mm a turn and whole turns of 1 mm', () => {
    expect(expansionUm(400, { umPerTurn: 1000, actuationsPerTurn: 4 })).toBe(1000);
    expect(expansionUm(150, { umPerTurn: 1000, actuationsPerTurn: 1 })).toBe(1500);
  });
});

describe('actuationsCenti', () => {
  it('is the inverse for distances that whole hundredths make', () => {
    const thread = { umPerTurn: 500, actuationsPerTurn: 2 };
    expect(actuationsCenti(20_000, thread)).toBe(8000);
    expect(expansionUm(actuationsCenti(20_000, thread), thread)).toBe(20_000);
  });
});
