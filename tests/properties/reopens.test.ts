import { describe, expect, it } from 'vitest';
import { assess } from '#lib/domain/assess.ts';
import type { Evidence } from '#lib/domain/deviation/flag.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import type { Instant } from '#lib/domain/units.ts';
import {
  at,
  caseOf,
  contactOf,
  daysDone,
  decisionOf,
  deviceOf,
  FIRST_DAY,
  measurementOf,
  reportOf,
  versionOf,
} from '#tests/factories/case-facts.ts';
import { none, only, quiet, skipped, three } from './threshold-row.ts';

const unable = (day: number, slot: number) =>
  reportOf(day, slot, { outcome: 'could-not-engage', actuationsCenti: 0 });
const stiff = (day: number, slot: number) => reportOf(day, slot, { resistance: 'stiff' });
const eased = (day: number, slot: number) => reportOf(day, slot, { resistance: 'sudden-ease' });
const feverish = (day: number, slot: number) => reportOf(day, slot, { signs: ['fever'] });
const twice = (day: number, slot: number) => reportOf(day, slot, { actuationsCenti: 200 });

const right = deviceOf({ id: 'right' });
const both = versionOf({
  devices: ['left', 'right'].map((deviceId) => ({ deviceId, perSession: [100, 100], targetUm: null })),
  tolerances: { ...quiet, asymmetryUm: 1000 },
});
const apart = [...daysDone(1, 7), ...daysDone(1, 3, { deviceId: 'right' })];
const untold = { ...only({}), version: 2, fromDay: FIRST_DAY + 4, recordedAt: at(4, 10), toldAt: null };

/** What stands at `seen` and is acknowledged then, and when it is open again because it has become worse. */
const ROWS: readonly [rule: Evidence['rule'], given: Partial<CaseFacts>, seen: Instant, worse: Instant][] = [
  ['missed-slots', { versions: [only({ missedSlots: 2 })], reports: three }, at(5, 0), at(6, 0)],
  ['silence', { versions: [only({ silenceMin: 1440 })], reports: three }, at(4, 20), at(5, 20)],
  ['behind-plan', { versions: [only({ behindUm: 1000 })], reports: three }, at(5, 0), at(6, 0)],
  [
    'ahead-of-plan',
    { versions: [only({ aheadUm: 500 })], reports: [...three, twice(4, 1), twice(4, 2)] },
    at(4, 8),
    at(4, 20),
  ],
  ['asymmetry', { devices: [deviceOf(), right], versions: [both], reports: apart }, at(5, 0), at(6, 0)],
  ['could-not-engage', { ...none, reports: [...three, unable(4, 1), unable(4, 2)] }, at(4, 8), at(4, 20)],
  ['stiffness', { ...none, reports: [...three, stiff(4, 1), stiff(4, 2)] }, at(4, 8), at(4, 20)],
  ['sudden-ease', { ...none, reports: [...three, eased(4, 1), eased(4, 2)] }, at(4, 8), at(4, 20)],
  ['warning-sign', { ...none, reports: [...three, feverish(4, 1), feverish(4, 2)] }, at(4, 8), at(4, 20)],
  [
    'contact-overdue',
    { ...none, reports: daysDone(1, 16), contacts: [contactOf(at(1, 9))] },
    at(8, 9),
    at(15, 9),
  ],
  ['family-not-told', { versions: [only({}), untold], reports: three }, at(4, 10), at(5, 8)],
  [
    'end-of-travel',
    { ...none, devices: [deviceOf({ travelUm: 3500 })], reports: daysDone(1, 4) },
    at(3, 20),
    at(4, 8),
  ],
  [
    'measured-against-reported',
    { ...none, reports: three, measurements: [measurementOf(at(4, 7), 1500), measurementOf(at(5, 7), 0)] },
    at(4, 7),
    at(5, 7),
  ],
];

describe.each(ROWS)('%s', (rule, given, seen, worse) => {
  const facts = caseOf(given);
  const open = (known: CaseFacts, asOf: Instant) =>
    assess(known, asOf).flags.find(({ evidence, acknowledged }) => evidence.rule === rule && !acknowledged);

  it('is covered once it is acknowledged, and open again when it is worse, not a millisecond before', () => {
    const flag = open(facts, seen);
    if (!flag) throw new Error('does not stand');
    const known = { ...facts, decisions: [decisionOf(flag, seen)] };
    expect(open(known, seen)).toBeUndefined();
    expect(open(known, worse - 1)).toBeUndefined();
    expect(open(known, worse)).toBeDefined();
  });
});

it('stays covered while it grows no further', () => {
  const facts = caseOf({
    versions: [only({ behindUm: 1000 })],
    reports: [...three, skipped(4, 1), skipped(4, 2)],
  });
  const [flag] = assess(facts, at(4, 21)).flags.filter(({ evidence }) => evidence.rule === 'behind-plan');
  if (!flag) throw new Error('does not stand');
  const known = {
    ...facts,
    decisions: [decisionOf(flag, at(4, 21))],
    reports: [...facts.reports, reportOf(5, 1), reportOf(5, 2)],
  };
  expect(
    assess(known, at(5, 21)).flags.find(({ evidence }) => evidence.rule === 'behind-plan')?.acknowledged,
  ).not.toBeNull();
});
