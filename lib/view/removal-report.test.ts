import { expect, it } from 'vitest';
import { keptOpenWords } from './removal-report.ts';

it('says what keeps a case open, and once nothing does, that it is to be closed', () => {
  expect(keptOpenWords({ inPlace: ['Left'], complications: [] }).title).toBe(
    'The case is open still: still in place: Left.',
  );
  expect(keptOpenWords({ inPlace: [], complications: [] })).toEqual({
    title: 'Nothing keeps the case open any more',
    advice: 'Close it under',
  });
});
