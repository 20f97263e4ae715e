import { expect, it } from 'vitest';
import { at, caseOf, daysDone, FIRST_DAY } from '#tests/factories/case-facts.ts';
import { phaseAt } from './phase.ts';

const always = () => true;

it('begins activation with the first slot that was turned, not with the day on which a sheet was copied', () => {
  const reports = daysDone(1, 7).map((report) => ({ ...report, doneAt: null, recordedAt: at(8, 12) }));
  const phase = phaseAt(caseOf({ reports }), always);
  expect(phase).toMatchObject({ kind: 'activation', firstTurnAt: at(1, 8), sinceAt: at(1, 8) });
});

it('does not put a turn after the moment in which it was reported', () => {
  const [first] = daysDone(1, 1);
  if (!first) throw new Error('no report');
  const early = { ...first, doneAt: null, day: FIRST_DAY, recordedAt: at(1, 7, 30) };
  expect(phaseAt(caseOf({ reports: [early] }), always).firstTurnAt).toBe(at(1, 7, 30));
});
