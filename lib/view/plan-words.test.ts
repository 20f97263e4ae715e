import { expect, test } from 'vitest';
import { FIRST_DEFAULTS } from '#lib/domain/protocol/clinic-defaults.ts';
import { judgeVersion } from '#lib/domain/protocol/judge-version.ts';
import { at, caseOf, versionOf } from '#tests/factories/case-facts.ts';
import { actuationWords } from './actuation-words.ts';
import { planWords, signatureWords } from './plan-words.ts';
import { mmText, readMm } from './read-mm.ts';

const device = { umPerTurn: 500, actuationsPerTurn: 1, travelUm: 20_000, initialOpeningUm: 1_000 };
const band = { leastUmPerDay: 500, mostUmPerDay: 2_000 };

test.each<[string[], string, string | null, number]>([
  [['1', '1'], '19', '1.0\u00a0mm a day', 0],
  [['\u00bd', '1/2'], '', '0.5\u00a0mm a day', 0],
  [['2', '2'], '', '2.0\u00a0mm a day', 0],
  [['4.02'], '', '2.01\u00a0mm a day', 1],
  [['0', '0'], '', 'hold', 0],
  [['-1'], '', '\u22120.5\u00a0mm a day', 1],
  [['1', '1'], '19.001', '1.0\u00a0mm a day', 1],
  [['1', 'x'], '', null, 0],
  [['1', ''], '', null, 0],
  [[], '', null, 0],
])('amounts %j with target %j are %j', (amounts, target, rate, unusual) => {
  const words = planWords(amounts, target, device, band);
  expect(words.rate).toBe(rate);
  expect(words.unusual).toHaveLength(unusual);
});

test('three strokes of a third of a turn are one turn', () => {
  const strokes = { ...device, umPerTurn: 1_000, actuationsPerTurn: 3 };
  expect(planWords(['1', '1', '1'], '', strokes, band).rate).toBe('1.0\u00a0mm a day');
});

test.each([
  ['0.5', '2', 'One actuation = 0.25\u00a0mm (\u00bd turn, 180\u00b0)'],
  ['1,0', '4', 'One actuation = 0.25\u00a0mm (\u00bc turn, 90\u00b0)'],
  ['1', '1', 'One actuation = 1.0\u00a0mm (a whole turn, 360\u00b0)'],
  ['1', '5', 'One actuation = 0.2\u00a0mm (1/5 turn, 72\u00b0)'],
  ['0', '1', null],
  ['one', '1', null],
  ['1', '0', null],
  ['1', '1.5', null],
])('a turn of %j mm in %j actuations', (mm, count, words) => {
  expect(actuationWords(mm, count)).toBe(words);
});

test.each<[string, number | null]>([
  ['0.5', 500],
  [' 0,25 ', 250],
  ['.5', 500],
  ['\u22121', -1_000],
  ['', null],
  ['1e3', null],
  ['0.0005', null],
])('%j mm', (text, um) => {
  expect(readMm(text)).toBe(um);
});

test('what is typed is read back', () => {
  expect(mmText(12_500)).toBe('12.5');
  expect(mmText(null)).toBe('');
});

test('a start that is past waits for a signature where the words say so, and only there', () => {
  const past = { recordedAt: at(2, 9), minIntervalMin: 60 };
  const first = versionOf({
    ...past,
    kind: 'first',
    devices: [{ deviceId: 'left', perSession: [100, 100], targetUm: 20_000 }],
  });
  const judgedOf = (versions: (typeof first)[], written: typeof first) =>
    judgeVersion(caseOf({ versions }), written, FIRST_DEFAULTS, false).kind;
  const change = { ...first, version: 2, kind: 'change' as const, fromDay: first.fromDay + 1 };
  expect(judgedOf([], first)).toBe('in-force');
  expect(signatureWords('first', band, false)).toMatch(/A start that is past needs none here/);
  expect(judgedOf([first], change)).toBe('pending');
  expect(signatureWords('change', band, false)).toMatch(/a start that is past waits for a surgeon/);
  expect(signatureWords('change', band, true)).not.toMatch(/past/);
});
