import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '#lib/domain/assess.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { effectiveReports } from '#lib/domain/turn/effective-reports.ts';
import type { TurnReport } from '#lib/domain/turn/report.ts';
import type { Instant } from '#lib/domain/units.ts';
import { anyCase } from '#tests/factories/any-case.ts';
import { at, caregiverOf, caseOf, daysDone, reportOf } from '#tests/factories/case-facts.ts';
import { none, only, three } from './threshold-row.ts';

const corrected = (report: TurnReport, recordedAt: Instant, given: Partial<TurnReport> = {}): TurnReport => ({
  ...report,
  id: `${report.id}-corrected`,
  correctsId: report.id,
  recordedAt,
  ...given,
});

const evidenceOf = (facts: CaseFacts, asOf: Instant, rule: 'silence' | 'contact-overdue') =>
  assess(facts, asOf).flags.find(({ evidence }) => evidence.rule === rule)?.evidence;

describe('a correction of the record', () => {
  it('is no news of the family: the last report is as old as it was, and older once one is retracted', () => {
    fc.assert(
      fc.property(anyCase(), fc.nat(), fc.boolean(), ({ facts, asOf }, pick, retracted) => {
        const known = { ...facts, reports: facts.reports.filter(({ recordedAt }) => recordedAt <= asOf) };
        const standing = effectiveReports(known.reports);
        const report = standing[pick % Math.max(1, standing.length)];
        if (!report) return;
        const edit = corrected(report, asOf, { note: 'a slip of the pen', retracted });
        const before = assess(known, asOf).lastReportAt;
        const after = assess({ ...known, reports: [...known.reports, edit] }, asOf).lastReportAt;
        if (!retracted) expect(after).toBe(before);
        else if (before === null) expect(after).toBeNull();
        else expect(after ?? Number.NEGATIVE_INFINITY).toBeLessThanOrEqual(before);
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('ends no silence, and neither does a retraction: what never was reported was never heard', () => {
    const versions = [only({ silenceMin: 1440 })];
    const [first, second] = [reportOf(4, 1), reportOf(5, 1)];
    const facts = caseOf({ versions, reports: [...three, first, second] });
    const silent = evidenceOf(facts, at(7, 10), 'silence');
    expect(silent).toMatchObject({ sinceAt: at(5, 8) });
    const edited = (edit: TurnReport) => ({ ...facts, reports: [...facts.reports, edit] });
    const typo = corrected(second, at(7, 9), { actuationsCenti: 50, outcome: 'partial' });
    expect(evidenceOf(edited(typo), at(7, 10), 'silence')).toEqual(silent);
    const never = corrected(second, at(7, 9), { retracted: true });
    expect(evidenceOf(edited(never), at(7, 10), 'silence')).toMatchObject({ sinceAt: at(4, 8) });
  });

  it('is no contact with the family, of a report by telephone either', () => {
    const call = reportOf(1, 1, { source: 'phone' });
    const reports = [call, ...daysDone(1, 10).slice(1)];
    const facts = caseOf({ ...none, reports, caregivers: [caregiverOf()] });
    const overdue = evidenceOf(facts, at(10, 21), 'contact-overdue');
    expect(overdue).toMatchObject({ encounter: 'report', sinceAt: at(1, 8) });
    const edited = { ...facts, reports: [...reports, corrected(call, at(10, 12))] };
    expect(evidenceOf(edited, at(10, 21), 'contact-overdue')).toEqual(overdue);
  });
});
