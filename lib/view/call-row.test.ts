import { expect, test } from 'vitest';
import { assess } from '#lib/domain/assess.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { at, caseOf, contactOf, daysDone } from '#tests/factories/case-facts.ts';
import { callRow } from './call-row.ts';

const NOW = at(9, 12);

function rowOf(given: Partial<CaseFacts>) {
  const facts = caseOf(given);
  const patient = { familyName: 'Okafor', givenName: 'Ada', mrn: 'NM-1' };
  return callRow(
    { caseId: facts.caseId, zone: facts.zone, patient, caregivers: [], assessment: assess(facts, NOW) },
    NOW,
  );
}

test('a family that was only ever met at the operation is not said to have been heard of never', () => {
  const { reasons, last, met } = rowOf({ reports: daysDone(1, 8) });
  const overdue = reasons.find((reason) => reason.startsWith('No contact with the family since'));
  expect(last).toBe(null);
  expect(met).toMatch(/^the operation, /);
  expect(overdue).toContain(met?.replace('the operation, ', ''));
});

test('of a family that was called and did not answer both are said; one that was reached says it once', () => {
  const tried = rowOf({ contacts: [contactOf(at(2, 9), { outcome: 'no-answer' })] });
  expect(tried).toMatchObject({ last: expect.stringMatching(/^Call, no answer, /), met: null });
  const reached = rowOf({ contacts: [contactOf(at(2, 9))] });
  expect(reached).toMatchObject({ last: expect.stringMatching(/^Call, reached, /), met: null });
});
