import { expect, test } from 'vitest';
import { quotedCell } from './quoted-cell.ts';

test('a cell is quoted as it stands', () => {
  expect(quotedCell('Lefty')).toBe('Lefty');
  expect(quotedCell('=SUM(A1)')).toBe('=SUM(A1)');
  expect(quotedCell('')).toBe('');
});

test('a long cell is shortened between letters, and what cannot be seen is left out', () => {
  expect(quotedCell('😀'.repeat(50))).toBe(`${'😀'.repeat(40)}…`);
  expect(quotedCell('Le\u202eft\n\u200b side')).toBe('Le ft side');
});
