import { expect, it } from 'vitest';
import { isFormulaText } from './formula-text.ts';

it.each([
  '=SUM(A1)',
  '  =1+1',
  '@SUM(A1)',
  "+cmd|' /C calc'!A0",
  "-2+3+cmd|' /C calc'!A0",
  '+1+1',
  '-1 - 2',
  '-2/3',
  '--1*2',
  '+1+word',
  '-SUM (A1)',
  '+Sheet!A1',
  '-A1',
  '+$B$2',
  '+A1:B9',
  '＝1+1',
  '＠SUM(A1)',
  '＋1+1',
  '－1+1',
  '＋cmd｜calc',
  '\t=1+1',
  '\ttab first',
  '\r=1+1',
  '\n+1',
])('a spreadsheet would run %j', (text) => {
  expect(isFormulaText(text)).toBe(true);
});

it.each([
  '',
  'Ana',
  'turned = twice',
  '- baby cried',
  '-baby cried',
  '- baby cried!',
  '- 2-3 times during the night',
  '- 1/2 turn, then it stuck',
  '- temperature 38+ at night',
  '+ swollen',
  '-1',
  '+1',
  '+ 0.5',
  '+41 44 000 00 00',
  '-- see the next page --',
  '1+1',
  'mail: a@b.example',
])('people write %j', (text) => {
  expect(isFormulaText(text)).toBe(false);
});
