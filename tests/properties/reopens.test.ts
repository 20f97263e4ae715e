import { describe, expect, it } from 'vitest';
import { assess } from '#lib/domain/assess.ts';
import type { Evidence } from '#lib/domain/deviation/flag.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import type { Instant } from '#lib/domain/units.ts';
import { removalOf, stateOf } from '#tests/factories/booking-facts.ts';
import {
  at,
  caregiverOf,
  caseOf,
  complicationOf,
  contactOf,
  daysDone,
  decisionOf,
  deviceOf,
  eventOf,
  FIRST_DAY,
  measurementOf,
  recallOf,
  reportOf,
  stepOf,
  versionOf,
} from '#tests/factories/case-facts.ts';
import { none, only, quiet, RULE_NAMES, skipped, three } from './threshold-row.ts';

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

const backwards = (day: number, slot: number) =>
  reportOf(day, slot, { outcome: 'wrong-way', actuationsCenti: -100 });
const told = (day: number) => [
  reportOf(day, 1, { turnedBy: 'Mother' }),
  reportOf(day, 1, { id: `second-${day}`, turnedBy: 'Father', recordedAt: at(day, 9) }),
];
const dayBefore = (day: number) => reportOf(day, 1, { doneAt: at(day - 1, 8), recordedAt: at(day, 8) });
const graded = (recordedAt: Instant, clavienDindo: 'IIIb') => ({
  ...stepOf('done', recordedAt),
  kind: 'graded' as const,
  clavienDindo,
  severity: null,
});
const waiting = {
  version: versionOf({
    version: 2,
    kind: 'reverse',
    unusual: ['reversal'],
    recordedAt: at(4, 10),
    cosignBy: at(6, 10),
  }),
  review: null,
};
const movedTo = (day: number) => ({
  ...eventOf('consolidation-started', at(day, 0)),
  recordedAt: at(day, 8),
});
const consolidated = {
  ...none,
  reports: three,
  events: [eventOf('activation-ended', at(3, 21)), eventOf('consolidation-started', at(4, 0))],
};
/** Day 4 of the protocol and the 56 days of the clinic's default. */
const COMPLETE = 60;

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
  ['removal-overdue', consolidated, at(COMPLETE + 28, 0), at(COMPLETE + 56, 0)],
  ['extra-turn', { ...none, reports: [...three, twice(4, 1), twice(4, 2)] }, at(4, 8), at(4, 20)],
  [
    'short-interval',
    {
      ...none,
      reports: [
        ...three,
        ...[11, 14, 17].map((hour, index) => reportOf(4, index + 1, { doneAt: at(4, hour) })),
      ],
    },
    at(4, 14),
    at(4, 17),
  ],
  ['wrong-way', { ...none, reports: [...three, backwards(4, 1), backwards(4, 2)] }, at(4, 8), at(4, 20)],
  ['wrong-phase', { ...none, reports: [reportOf(-1, 1), reportOf(-1, 2)] }, at(-1, 8), at(-1, 20)],
  ['possible-duplicate', { ...none, reports: [...three, ...told(4), ...told(5)] }, at(4, 9), at(5, 9)],
  ['clock-not-believable', { ...none, reports: [...three, dayBefore(4), dayBefore(5)] }, at(4, 8), at(5, 8)],
  [
    'untrained-turner',
    {
      ...none,
      caregivers: [caregiverOf()],
      reports: [...three, reportOf(4, 1, { turnedBy: 'Grandmother' }), reportOf(4, 2, { turnedBy: 'Uncle' })],
    },
    at(4, 8),
    at(4, 20),
  ],
  [
    'under-recall',
    {
      ...none,
      devices: [deviceOf({ lot: 'L1' })],
      recalls: [recallOf(at(4, 10), { lot: 'L1' }), recallOf(at(5, 10), { lot: 'L1' })],
    },
    at(4, 10),
    at(5, 10),
  ],
  [
    'open-complication',
    { ...none, complications: [complicationOf(at(4, 10), { steps: [graded(at(5, 10), 'IIIb')] })] },
    at(4, 10),
    at(5, 10),
  ],
  ['co-signature', { ...none, proposals: [waiting] }, at(4, 10), at(6, 10)],
  [
    'booking-drifted',
    {
      ...consolidated,
      events: [...consolidated.events, movedTo(10), movedTo(12)],
      removal: removalOf([
        stateOf(at(COMPLETE + 2, 9), at(5, 9), {
          earliestDay: FIRST_DAY + COMPLETE - 1,
          latestDay: FIRST_DAY + COMPLETE + 26,
        }),
      ]),
    },
    at(10, 8),
    at(12, 8),
  ],
];

/** Rules that know nothing worse than that they stand, and what says it when the course gets worse all the same. */
const KNOWS_NO_WORSE: Partial<Record<Evidence['rule'], string>> = {
  'booking-passed': 'the time is over or it is not; how long the removal is overdue is a flag of its own',
  'removal-unbooked': 'once the removal is overdue, that is a flag of its own',
  'stop-rule-reached': 'a turn after it is one in the wrong phase, or an extra one',
  'not-assessable': 'once it can be judged, the rule itself speaks',
};

it('has a row for each rule that can be worse', () => {
  const named = [...ROWS.map(([rule]) => rule), ...Object.keys(KNOWS_NO_WORSE)];
  expect(new Set(named)).toEqual(new Set(RULE_NAMES));
});

it('says that a removal is overdue whatever was decided about it not being booked', () => {
  const facts = caseOf(consolidated);
  const flag = assess(facts, at(COMPLETE, 0)).flags.find(
    ({ evidence }) => evidence.rule === 'removal-unbooked',
  );
  if (!flag) throw new Error('does not stand');
  const known = { ...facts, decisions: [decisionOf(flag, at(COMPLETE, 0))] };
  const later = assess(known, at(COMPLETE + 28, 0)).flags.map(({ evidence, acknowledged }) => [
    evidence.rule,
    acknowledged,
  ]);
  expect(later).toContainEqual(['removal-overdue', null]);
});

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
