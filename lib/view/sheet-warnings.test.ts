import { describe, expect, it } from 'vitest';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { buildCourse } from '#lib/domain/timeline/build-course.ts';
import { at, caseOf, FIRST_DAY, reportOf, versionOf } from '#tests/factories/case-facts.ts';
import { sheetWarnings } from './sheet-warnings.ts';

const titlesOf = (
  given: Partial<CaseFacts>,
  hour = 7,
  caregivers: Parameters<typeof sheetWarnings>[1] = [],
) => sheetWarnings(buildCourse(caseOf(given), at(1, hour)), caregivers).map(({ title }) => title);

describe('sheetWarnings', () => {
  it('has none for a family that reads a sheet, with all told and nothing to sign', () => {
    const caregivers = [
      { relation: 'Mother', language: 'es-419' },
      { relation: 'Father', language: 'en-GB' },
    ];
    expect(titlesOf({ reports: [reportOf(1, 1)] }, 12, caregivers)).toEqual([]);
  });

  it('says in which languages of the family there is no sheet', () => {
    const caregivers = ['bn', 'en', 'so', 'bn'].map((language) => ({ relation: 'Relative', language }));
    expect(titlesOf({}, 7, caregivers)).toEqual(['There is no sheet in Bangla or Somali.']);
  });

  it('says which version waits for a signature, until it is answered or its time is over', () => {
    const version = versionOf({
      version: 2,
      fromDay: FIRST_DAY + 1,
      recordedAt: at(1, 6),
      cosignBy: at(1, 9),
    });
    const review = {
      decision: 'declined',
      from: null,
      note: null,
      byId: 'surgeon',
      recordedAt: at(1, 6, 30),
    } as const;
    const told = { reports: [reportOf(1, 1)] };
    const words = 'Version 2, from 06-Mar-2026, waits for a surgeon\u2019s signature.';
    expect(titlesOf({ proposals: [{ version, review: null }] })).toEqual([words]);
    expect(titlesOf({ proposals: [{ version, review }] })).toEqual([]);
    expect(titlesOf({ ...told, proposals: [{ version, review: null }] }, 10)).toEqual([]);
  });

  it('says of how many turns nobody knows, those of this morning included', () => {
    expect(titlesOf({}, 9)).toEqual(['Of one turn nobody knows whether it was done.']);
    const unsure = reportOf(1, 1, { outcome: 'not-sure', actuationsCenti: null });
    expect(titlesOf({ reports: [unsure] }, 21)).toEqual(['Of 2 turns nobody knows whether they were done.']);
  });
});
