import { expect, it } from 'vitest';
import { causeWords } from './deviation-words.ts';

it('says of a reversal what was not turned back', () => {
  expect(causeWords({ notTurnedUm: -1000, notReportedUm: -500, lateSlots: 0 })).toBe(
    '1.0\u00a0mm not turned back, 0.5\u00a0mm of turning back not reported',
  );
  expect(causeWords({ notTurnedUm: 1000, notReportedUm: 500, lateSlots: 1 })).toBe(
    '1.0\u00a0mm not turned, 0.5\u00a0mm not reported, 1 slot reported late',
  );
  expect(causeWords({ notTurnedUm: 0, notReportedUm: 0, lateSlots: 0 })).toBe('');
});
