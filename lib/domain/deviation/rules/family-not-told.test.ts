import { expect, it } from 'vitest';
import { assess } from '#lib/domain/assess.ts';
import { at, caseOf, daysDone, FIRST_DAY, versionOf } from '#tests/factories/case-facts.ts';

it('asks to tell the family of what will hold, not of a version that another carries on or supersedes', () => {
  const [recordedAt, toldAt] = [at(4, 9), null];
  const first = versionOf({ kind: 'first' });
  const ahead = versionOf({ version: 2, fromDay: FIRST_DAY + 8, recordedAt, toldAt });
  const held = versionOf({ version: 3, kind: 'hold', fromDay: FIRST_DAY + 4, recordedAt, toldAt });
  const carried = { ...ahead, version: 4, carries: 2 };
  const untold = (...versions: (typeof first)[]) => {
    const facts = caseOf({ versions: [first, ...versions], reports: daysDone(1, 3) });
    return assess(facts, at(4, 10)).flags.flatMap(({ evidence }) =>
      evidence.rule === 'family-not-told' ? evidence.version : [],
    );
  };
  expect(untold(ahead)).toEqual([2]);
  expect(untold(ahead, held, carried)).toEqual([3, 4]);
});
