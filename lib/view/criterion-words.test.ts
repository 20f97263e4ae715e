import { expect, it } from 'vitest';
import { assess } from '#lib/domain/assess.ts';
import { at, caseOf, daysDone, eventOf } from '#tests/factories/case-facts.ts';
import { blockerWords, criterionRow, windowWords } from './criterion-words.ts';
import { forecastLines } from './forecast-lines.ts';

it('says of an early removal who decided it and when, and what consolidation would have asked for', () => {
  const decided = { ...eventOf('early-removal-decided', at(20, 11)), reasonCode: 'infection' as const };
  const events = [
    eventOf('activation-ended', at(10, 21)),
    eventOf('consolidation-started', at(11, 0)),
    decided,
  ];
  const assessment = assess(caseOf({ reports: daysDone(1, 10), events }), at(21, 9));
  const { removal } = assessment;
  if (!removal) throw new Error('Nothing is to be removed.');
  const context = { people: { surgeon: 'Maud Ellery' }, zone: 'UTC' };
  const who = 'early removal decided 24-Mar-2026 11:00 by Maud Ellery (Infection or cellulitis)';
  expect(windowWords(removal.window, context)).toBe(`24-Mar-2026 to 20-Apr-2026: ${who}`);
  const [consolidation] = removal.criteria;
  expect(consolidation && criterionRow(consolidation, context)).toMatchObject({
    state: 'waived',
    detail: `Not complete before 10-May-2026. Waived: ${who}`,
  });
  expect(forecastLines(assessment, null, { clinicZone: 'UTC', zone: 'UTC', now: at(21, 9) })).toContainEqual({
    what: 'Removal',
    words: '24-Mar-2026 to 20-Apr-2026: early removal is decided',
  });
  expect(blockerWords(removal.criteria, context).join()).not.toContain('Not complete');
});
