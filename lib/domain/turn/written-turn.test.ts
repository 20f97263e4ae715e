import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAmount, readTurn } from './written-turn.ts';

describe('an amount as people write it', () => {
  it.each([
    ['1', 100],
    [' 0.5 ', 50],
    ['0,5', 50],
    ['.25', 25],
    ['1/2', 50],
    ['1/3', 33],
    ['2/3', 67],
    ['1 1/2', 150],
    ['\u00bd', 50],
    ['1\u00bd', 150],
    ['-1', -100],
    ['\u22121', -100],
    ['- 1/2', -50],
    ['+2', 200],
    ['0', 0],
    ['-0', 0],
    ['0.500', 50],
    ['200', 20_000],
  ])('%s is %d hundredths', (text, centi) => {
    expect(readAmount(text)).toEqual({ ok: true, value: centi });
  });

  it.each([
    ['', 'not-an-amount'],
    ['one', 'not-an-amount'],
    ['NaN', 'not-an-amount'],
    ['Infinity', 'not-an-amount'],
    ['1/0', 'not-an-amount'],
    ['.', 'not-an-amount'],
    ['1.2.3', 'not-an-amount'],
    ['0x10', 'not-an-amount'],
    ['0.333', 'too-fine'],
    ['1e9', 'too-many'],
    ['1000000000', 'too-many'],
    ['201', 'too-many'],
  ])('%s is refused as %s', (text, kind) => {
    expect(readAmount(text)).toMatchObject({ ok: false, reason: { kind } });
  });

  it('never throws and never yields anything but whole hundredths', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readAmount(text);
        return !read.ok || Number.isSafeInteger(read.value);
      }),
    );
  });
});

describe('a cell of the paper sheet', () => {
  it.each([
    ['', 100, null],
    ['1', 100, { outcome: 'done', actuationsCenti: 100 }],
    ['0.5', 100, { outcome: 'partial', actuationsCenti: 50 }],
    ['2', 100, { outcome: 'extra', actuationsCenti: 200 }],
    ['1', 0, { outcome: 'extra', actuationsCenti: 100 }],
    ['-1', 100, { outcome: 'wrong-way', actuationsCenti: -100 }],
    ['-1', 0, { outcome: 'wrong-way', actuationsCenti: -100 }],
    ['-1', -100, { outcome: 'done', actuationsCenti: -100 }],
    ['\u22121', -100, { outcome: 'done', actuationsCenti: -100 }],
    ['1', -100, { outcome: 'done', actuationsCenti: -100 }],
    ['\u00bd', -100, { outcome: 'partial', actuationsCenti: -50 }],
    ['2', -100, { outcome: 'extra', actuationsCenti: -200 }],
    ['0', -100, { outcome: 'skipped', actuationsCenti: 0 }],
    ['+1', -100, { outcome: 'wrong-way', actuationsCenti: 100 }],
    ['+1', 100, { outcome: 'done', actuationsCenti: 100 }],
    ['0', 100, { outcome: 'skipped', actuationsCenti: 0 }],
    ['X', 100, { outcome: 'skipped', actuationsCenti: 0 }],
    ['?', 100, { outcome: 'not-sure', actuationsCenti: null }],
    ['n', 100, { outcome: 'could-not-engage', actuationsCenti: 0 }],
  ])('%j where %d was asked', (text, expected, turn) => {
    expect(readTurn(text, expected)).toEqual({ ok: true, value: turn });
  });

  it('takes a third for the 34 hundredths that the plan shows as a third', () => {
    expect(readTurn('1/3', 34)).toEqual({ ok: true, value: { outcome: 'done', actuationsCenti: 34 } });
  });
});
