import { expect, it } from 'vitest';
import { assess } from '#lib/domain/assess.ts';
import type { Evidence, NotAssessable } from '#lib/domain/deviation/flag.ts';
import type { CaseFacts, FlagLevel } from '#lib/domain/facts.ts';
import { removalOf, stateOf } from '#tests/factories/booking-facts.ts';
import {
  at,
  caseOf,
  daysDone,
  deviceOf,
  eventOf,
  FIRST_DAY,
  measurementOf,
  recallOf,
  reportOf,
  versionOf,
} from '#tests/factories/case-facts.ts';
import { none, only, quiet, RULE_NAMES, three } from './threshold-row.ts';
import { FAMILY_ROWS } from './threshold-rows-of-families.ts';
import { PLAN_ROWS } from './threshold-rows-of-plan.ts';
import { REMOVAL_ROWS } from './threshold-rows-of-removal.ts';
import { TURN_ROWS } from './threshold-rows-of-turns.ts';

const ROWS = [...PLAN_ROWS, ...TURN_ROWS, ...REMOVAL_ROWS, ...FAMILY_ROWS];

type Missing = {
  rule: Evidence['rule'];
  /** What of the facts that raise it is not on record. */
  without: (facts: CaseFacts) => CaseFacts;
  about: NotAssessable['about'];
  reason: NotAssessable['reason'];
};

/** Without a protocol nothing of the turning can be judged, and one flag says so for all. */
const withoutPlan = (rule: Evidence['rule']): Missing => ({
  rule,
  without: (facts) => ({ ...facts, versions: [], proposals: [] }),
  about: 'plan',
  reason: 'no-protocol',
});

const MISSING: readonly Missing[] = [
  withoutPlan('missed-slots'),
  withoutPlan('silence'),
  withoutPlan('behind-plan'),
  withoutPlan('ahead-of-plan'),
  withoutPlan('extra-turn'),
  withoutPlan('short-interval'),
  withoutPlan('asymmetry'),
  withoutPlan('end-of-travel'),
  { ...withoutPlan('measured-against-reported'), about: 'measured-against-reported' },
  withoutPlan('contact-overdue'),
  withoutPlan('possible-duplicate'),
  withoutPlan('clock-not-believable'),
  {
    rule: 'untrained-turner',
    without: (facts) => ({ ...facts, caregivers: [] }),
    about: 'untrained-turner',
    reason: 'no-caregiver',
  },
  {
    rule: 'stop-rule-reached',
    without: (facts) => ({
      ...facts,
      versions: facts.versions.map((version) => ({
        ...version,
        lastDay: null,
        devices: version.devices.map((plan) => ({ ...plan, targetUm: null })),
      })),
    }),
    about: 'stop-rule',
    reason: 'no-stop-rule',
  },
  {
    rule: 'under-recall',
    without: (facts) => ({ ...facts, devices: facts.devices.map((device) => ({ ...device, lot: null })) }),
    about: 'under-recall',
    reason: 'label-unknown',
  },
  ...(['removal-unbooked', 'removal-overdue'] as const).map(
    (rule): Missing => ({
      rule,
      without: (facts) => ({
        ...facts,
        events: facts.events.filter(({ kind }) => kind !== 'consolidation-started'),
      }),
      about: 'consolidation',
      reason: 'consolidation-start-unknown',
    }),
  ),
];

/** Rules that one fact raises by being there: without it there is nothing to judge. */
const NEEDS_NOTHING_ELSE: Partial<Record<Evidence['rule'], string>> = {
  'wrong-way': 'a turn that went back, whatever was planned',
  'could-not-engage': 'a turn that was tried, whatever was planned',
  stiffness: 'how a turn felt, whatever was planned',
  'sudden-ease': 'how a turn felt, whatever was planned',
  'wrong-phase': 'a turn, and when the versions and decisions put it: no protocol is said by the plan',
  'family-not-told': 'a version that was published',
  'warning-sign': 'a sign that was told of',
  'open-complication': 'a complication that was recorded',
  'co-signature': 'a proposal that was written',
  'booking-drifted': 'a booking; that its window is no longer known is one of its ways',
  'booking-passed': 'a booking, and that nobody recorded what was done in its time',
  'not-assessable': 'what is missing',
};

it.each(MISSING)('$rule is not assessable without $reason', ({ rule, without, about, reason }) => {
  const row = ROWS.find((one) => one.rule === rule);
  if (!row) throw new Error('no row');
  const found = assess(without(row.facts), row.fires).flags.map(({ evidence }) => evidence);
  expect(found.map((evidence) => evidence.rule)).not.toContain(rule);
  expect(found).toContainEqual({ rule: 'not-assessable', about, reason });
});

it('has a row for each rule', () => {
  const named = [...MISSING.map(({ rule }) => rule), ...Object.keys(NEEDS_NOTHING_ELSE)];
  expect(new Set(named)).toEqual(new Set(RULE_NAMES));
});

const unsure = (day: number, slot: number) =>
  reportOf(day, slot, { outcome: 'not-sure', actuationsCenti: null });
const reasonsOf = (facts: CaseFacts, asOf: number) =>
  assess(facts, asOf).flags.flatMap(({ evidence }) =>
    evidence.rule === 'not-assessable' ? [evidence.about] : [],
  );

it('has somebody look today where the recall that may be of a device asks for more than information', () => {
  const flagsUnder = (...levels: readonly FlagLevel[]) =>
    assess(
      caseOf({
        ...none,
        recalls: levels.map((level, index) =>
          recallOf(at(4, 10), { id: `${index}`, lot: `L${index}`, level }),
        ),
      }),
      at(4, 10),
    ).flags.filter(({ evidence }) => evidence.rule === 'not-assessable' && evidence.about === 'under-recall');
  expect(flagsUnder('information')).toMatchObject([{ level: 'information', extent: 1 }]);
  expect(flagsUnder('look-today')).toMatchObject([{ level: 'look-today', extent: 1 }]);
  // Each is one more: what was acknowledged of the first does not cover the second.
  expect(flagsUnder('information', 'act-now')).toMatchObject([{ level: 'look-today', extent: 2 }]);
});

it('cannot tell a device apart from its reports where the difference is turns that nobody is sure of', () => {
  const read = (valueUm: number) =>
    caseOf({
      ...none,
      reports: [...three, unsure(4, 1), unsure(4, 2), unsure(5, 1)],
      measurements: [measurementOf(at(6, 7), valueUm)],
    });
  expect(reasonsOf(read(4500), at(6, 7))).toContain('measured-against-reported');
  expect(reasonsOf(read(3001), at(6, 7))).not.toContain('measured-against-reported');
  const short = assess(read(1500), at(6, 7)).flags.map(({ evidence }) => evidence.rule);
  expect(short).toContain('measured-against-reported');
});

it('cannot tell devices apart where the difference is turns that nobody is sure of', () => {
  const facts = caseOf({
    devices: [deviceOf(), deviceOf({ id: 'right' })],
    versions: [
      versionOf({
        devices: ['left', 'right'].map((deviceId) => ({ deviceId, perSession: [100, 100], targetUm: null })),
        tolerances: { ...quiet, asymmetryUm: 1000 },
      }),
    ],
    reports: [
      ...daysDone(1, 4),
      ...daysDone(1, 3, { deviceId: 'right' }),
      ...[1, 2].map((slot) => ({ ...unsure(4, slot), id: `right-4-${slot}`, deviceId: 'right' })),
    ],
  });
  expect(reasonsOf(facts, at(4, 21))).toContain('asymmetry');
});

it('cannot tell the end of travel of a device whose travel is not on record', () => {
  const facts = caseOf({ ...none, devices: [deviceOf({ travelUm: null })], reports: three });
  expect(reasonsOf(facts, at(3, 21))).toContain('end-of-travel');
});

it('asks about a recall only where nothing on record speaks against it', () => {
  const recalls = [recallOf(at(4, 10), { modelId: 'm', lot: 'L1' })];
  const judged = (given: Parameters<typeof deviceOf>[0]) =>
    reasonsOf(caseOf({ ...none, devices: [deviceOf(given)], recalls }), at(4, 10));
  expect(judged({ modelId: 'm' })).toContain('under-recall');
  expect(judged({ lot: 'l1' })).toContain('under-recall');
  expect(judged({ modelId: 'other' })).not.toContain('under-recall');
  expect(judged({ modelId: 'm', lot: 'L2' })).not.toContain('under-recall');
});

it('says of a booking whose window can no longer be told that it has drifted', () => {
  const facts = caseOf({
    versions: [only({})],
    reports: three,
    events: [eventOf('activation-ended', at(3, 21))],
    removal: removalOf([
      stateOf(at(62, 9), at(5, 9), { earliestDay: FIRST_DAY + 59, latestDay: FIRST_DAY + 86 }),
    ]),
  });
  const drift = assess(facts, at(6, 0)).flags.find(({ evidence }) => evidence.rule === 'booking-drifted');
  expect(drift?.evidence).toMatchObject({ way: 'not-assessable' });
});
