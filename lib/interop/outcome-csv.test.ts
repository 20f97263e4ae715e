import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import type { OutcomeCase } from '#lib/domain/outcome/unit-outcome.ts';
import { outcomeCsv } from './outcome-csv.ts';

const CASE: OutcomeCase = {
  caseId: '0190a1b2-0000-7000-8000-000000000001',
  mrn: 'M-1',
  familyName: 'Tester',
  givenName: 'Ann',
  surgeonName: 'Dr A, B',
  site: 'mandible',
  syndrome: null,
  ageMonths: 7,
  operatedDay: 20_500,
  endedDay: 20_530,
  removedDay: null,
  plannedUm: 24_000,
  achievedUm: 23_500,
  measuredUm: null,
  slotsDue: 48,
  slotsDone: 47,
  slotsUnknown: 1,
  heldDays: 0,
  missedDays: 0,
  unknownDays: 1,
  complications: 0,
};

const read = (text: string) => parse(text, { columns: true, bom: true }) as Record<string, string>[];

it('has one line a case, days as ISO, lengths in mm, and nothing where nothing is known', () => {
  expect(read(outcomeCsv([CASE], true))).toEqual([
    {
      mrn: 'M-1',
      site: 'mandible',
      surgeon: 'Dr A, B',
      syndrome: '',
      age_months: '7',
      operated: '2026-02-16',
      activation_ended: '2026-03-18',
      removed: '',
      planned_mm: '24',
      achieved_mm: '23.5',
      measured_mm: '',
      slots_due: '48',
      slots_as_planned: '47',
      slots_not_known: '1',
      days_held: '0',
      days_missed: '0',
      days_not_known: '1',
      complications: '0',
      case: CASE.caseId,
    },
  ]);
});

it.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '- baby cried',
  "+cmd|' /C calc'!A0",
  "-2+3+cmd|' /C calc'!A0",
  '\t=1+1',
  '\r=1+1',
  '＝1+1',
  '＋1+1',
  '－1+1',
  '＠SUM(A1)',
])('puts an apostrophe in front of %j', (text) => {
  const [line] = read(outcomeCsv([{ ...CASE, mrn: text, surgeonName: text, syndrome: text }], true));
  expect([line?.mrn, line?.surgeon, line?.syndrome]).toEqual([`'${text}`, `'${text}`, `'${text}`]);
});

it('writes the head once, so that pieces make one file', () => {
  const whole = outcomeCsv([CASE, { ...CASE, mrn: 'M-2' }], true);
  expect(outcomeCsv([CASE], true) + outcomeCsv([{ ...CASE, mrn: 'M-2' }], false)).toBe(whole);
  expect(read(outcomeCsv([], true))).toEqual([]);
});
