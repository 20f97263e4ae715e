import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '#lib/domain/assess.ts';
import type { Flag } from '#lib/domain/deviation/flag.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import type { TurnReport } from '#lib/domain/turn/report.ts';
import type { Instant } from '#lib/domain/units.ts';
import { anyCase } from '#tests/factories/any-case.ts';
import {
  at,
  caseOf,
  contactOf,
  daysDone,
  decisionOf,
  deviceOf,
  reportOf,
  versionOf,
} from '#tests/factories/case-facts.ts';
import { knownBy } from '#tests/factories/known-by.ts';
import { only, quiet, skipped, three } from './threshold-row.ts';

const STEPS = 40;

const flagsOf = (facts: CaseFacts, asOf: Instant, rule: Flag['evidence']['rule']) =>
  assess(facts, asOf).flags.filter(({ evidence }) => evidence.rule === rule);

/** The first flag of a rule at that time, and the case once it is acknowledged then. */
function acknowledged(facts: CaseFacts, asOf: Instant, rule: Flag['evidence']['rule']) {
  const [flag] = flagsOf(facts, asOf, rule);
  if (!flag) throw new Error(`no flag ${rule}`);
  return { flag, facts: { ...facts, decisions: [decisionOf(flag, asOf)] } };
}

const both = (tolerances: Partial<typeof quiet>) =>
  versionOf({
    devices: ['left', 'right'].map((deviceId) => ({ deviceId, perSession: [100, 100], targetUm: null })),
    tolerances: { ...quiet, ...tolerances },
  });

describe('the key of a flag that was decided on', () => {
  it('stays when a report of a later slot was there before the one that is still open', () => {
    const facts = caseOf({
      versions: [{ ...only({ behindUm: 1000, graceMin: 240 }), sessions: [480, 660] }],
      reports: [
        ...daysDone(1, 2),
        skipped(3, 1),
        reportOf(3, 2, { actuationsCenti: 80, outcome: 'partial' }),
        { ...skipped(4, 2), doneAt: at(4, 11), recordedAt: at(4, 11) },
      ],
    });
    const { flag, facts: known } = acknowledged(facts, at(4, 11), 'behind-plan');
    const [undecided] = flagsOf(facts, at(4, 12), 'behind-plan');
    expect(undecided?.key).not.toBe(flag.key);
    const [later] = flagsOf(known, at(4, 12), 'behind-plan');
    expect(later).toMatchObject({ key: flag.key, extent: 1, acknowledged: { extent: 1 } });
  });

  it('stays when a late report shows that it only began after the decision, and ends where it did not stand on', () => {
    const facts = caseOf({ versions: [only({ behindUm: 1000 })], reports: three });
    const { flag, facts: known } = acknowledged(facts, at(5, 0), 'behind-plan');
    const late = (recordedAt: Instant) => ({
      ...known,
      reports: [...known.reports, { ...reportOf(4, 2), actuationsCenti: 20, doneAt: null, recordedAt }],
    });
    const [stood] = flagsOf(late(at(5, 13)), at(5, 14), 'behind-plan');
    expect(stood).toMatchObject({ key: flag.key, acknowledged: { byId: 'nurse' } });
    const [again] = flagsOf(late(at(5, 9)), at(5, 14), 'behind-plan');
    expect(again).toMatchObject({ acknowledged: null });
    expect(again?.key).not.toBe(flag.key);
  });

  it('is a new one where a late full turn parts a new failure from the one that was acknowledged', () => {
    const failed = (day: number, slot: number, recordedAt?: Instant) =>
      reportOf(day, slot, {
        outcome: 'could-not-engage',
        actuationsCenti: 0,
        ...(recordedAt && { recordedAt }),
      });
    const facts = caseOf({ versions: [only({})], reports: [...three, failed(4, 1)] });
    const { flag, facts: known } = acknowledged(facts, at(4, 9), 'could-not-engage');
    const worse = { ...known, reports: [...known.reports, failed(5, 1)] };
    expect(flagsOf(worse, at(5, 9), 'could-not-engage')).toMatchObject([{ extent: 2, acknowledged: null }]);
    const between = { ...reportOf(4, 2), recordedAt: at(5, 10) };
    const parted = { ...worse, reports: [...worse.reports, between] };
    const [again] = flagsOf(parted, at(5, 11), 'could-not-engage');
    expect(again).toMatchObject({ extent: 1, acknowledged: null });
    expect(again?.key).not.toBe(flag.key);
  });

  it('is a new one for a failure that was told of after the decision, though its slot was over before', () => {
    const failed = (day: number, slot: number, recordedAt: Instant) =>
      reportOf(day, slot, { outcome: 'could-not-engage', actuationsCenti: 0, recordedAt });
    const facts = caseOf({ versions: [only({})], reports: [...three, failed(4, 1, at(4, 8))] });
    const { flag, facts: known } = acknowledged(facts, at(6, 6), 'could-not-engage');
    const told = [failed(5, 1, at(6, 9)), { ...reportOf(4, 2), recordedAt: at(6, 10) }];
    const parted = { ...known, reports: [...known.reports, ...told] };
    const [again] = flagsOf(parted, at(6, 11), 'could-not-engage');
    expect(again).toMatchObject({ extent: 1, acknowledged: null });
    expect(again?.key).not.toBe(flag.key);
  });

  it('is a new one for a warning sign told of again where a late contact had found it no more', () => {
    const fever = (day: number) => contactOf(at(day, 9), { signs: ['fever'] });
    const facts = caseOf({ versions: [only({})], reports: three, contacts: [fever(4)] });
    const { flag, facts: known } = acknowledged(facts, at(4, 10), 'warning-sign');
    const worse = { ...known, contacts: [...known.contacts, fever(5)] };
    expect(flagsOf(worse, at(5, 10), 'warning-sign')).toMatchObject([{ extent: 2, acknowledged: null }]);
    const wellBetween = contactOf(at(4, 20), { recordedAt: at(5, 11) });
    const parted = { ...worse, contacts: [...worse.contacts, wellBetween] };
    const [again] = flagsOf(parted, at(5, 12), 'warning-sign');
    expect(again).toMatchObject({ extent: 1, acknowledged: null });
    expect(again?.key).not.toBe(flag.key);
  });

  it('is a new one for a warning sign in a contact that was written down after the decision', () => {
    const fever = (day: number, recordedAt: Instant) =>
      contactOf(at(day, 9), { signs: ['fever'], recordedAt });
    const facts = caseOf({ versions: [only({})], reports: three, contacts: [fever(4, at(4, 9))] });
    const { flag, facts: known } = acknowledged(facts, at(5, 20), 'warning-sign');
    const told = [fever(5, at(6, 9)), contactOf(at(4, 20), { recordedAt: at(6, 10) })];
    const parted = { ...known, contacts: [...known.contacts, ...told] };
    const [again] = flagsOf(parted, at(6, 11), 'warning-sign');
    expect(again).toMatchObject({ extent: 1, acknowledged: null });
    expect(again?.key).not.toBe(flag.key);
  });

  it('stays for one device when the other is taken out, and the flag of that one is gone', () => {
    const facts = caseOf({
      devices: [deviceOf(), deviceOf({ id: 'right' })],
      versions: [both({ behindUm: 1000 })],
      reports: [...three, ...daysDone(1, 3, { deviceId: 'right' })],
    });
    const { flag, facts: known } = acknowledged(facts, at(5, 0), 'behind-plan');
    expect(flag.deviceId).toBe('left');
    const taken = { ...known, devices: [deviceOf(), deviceOf({ id: 'right', removedAt: at(5, 3) })] };
    expect(flagsOf(taken, at(5, 3) - 1, 'behind-plan')).toHaveLength(2);
    expect(flagsOf(taken, at(5, 3), 'behind-plan')).toMatchObject([
      { key: flag.key, deviceId: 'left', acknowledged: { byId: 'nurse' } },
    ]);
  });

  it('stays for the whole family when one device is taken out', () => {
    const facts = caseOf({
      devices: [deviceOf(), deviceOf({ id: 'right' })],
      versions: [both({ silenceMin: 1440 })],
      reports: [...three, ...daysDone(1, 3, { deviceId: 'right' })],
    });
    const { flag, facts: known } = acknowledged(facts, at(4, 20), 'silence');
    const taken = { ...known, devices: [deviceOf(), deviceOf({ id: 'right', removedAt: at(5, 3) })] };
    expect(flagsOf(taken, at(5, 4), 'silence')).toMatchObject([{ key: flag.key, acknowledged: {} }]);
  });

  it('is that of no flag of a device that was put in again after it was taken out', () => {
    const facts = caseOf({
      devices: [deviceOf()],
      versions: [only({ behindUm: 1000 })],
      reports: three,
    });
    const { flag, facts: known } = acknowledged(facts, at(5, 0), 'behind-plan');
    const exchanged = {
      ...known,
      devices: [
        deviceOf({ removedAt: at(5, 3) }),
        deviceOf({ id: 'new', placedAt: at(5, 3), recordedAt: at(5, 3) }),
      ],
      versions: [
        ...known.versions,
        {
          ...only({ behindUm: 1000 }),
          version: 2,
          fromDay: only({}).fromDay + 5,
          devices: [{ deviceId: 'new', perSession: [100, 100], targetUm: null }],
          recordedAt: at(5, 4),
        },
      ],
    };
    const later = flagsOf(exchanged, at(8, 0), 'behind-plan');
    expect(later).toMatchObject([{ deviceId: 'new', acknowledged: null }]);
    expect(later[0]?.key).not.toBe(flag.key);
  });

  it('stays from one judgement to the next, whatever is open, reported early or late, or taken out', () => {
    let compared = 0;
    fc.assert(
      fc.property(anyCase(), fc.nat(), ({ facts: all, asOf }, pick) => {
        // What a clinician decides, grades or finds later is a new course: what begins with it is an episode of its own.
        const { operations, devices, versions, reports, measurements } = all;
        const facts = { ...knownBy(all, asOf), operations, devices, versions, reports, measurements };
        const { flags } = assess(facts, asOf);
        const flag = flags[pick % Math.max(1, flags.length)];
        if (!flag) return;
        const decided = {
          ...facts,
          decisions: [decisionOf(flag, asOf, { level: 'act-now', extent: 9_999 })],
        };
        if (flags.filter((other) => isOfTheSame(other, flag)).length !== 1) return;
        if (judgementsOf(decided, flag, asOf) > 1) compared += 1;
      }),
      { numRuns: 120 },
    );
    expect(compared).toBeGreaterThan(15);
  }, 60_000);
});

const STATES: readonly Flag['evidence']['rule'][] = [
  'missed-slots',
  'silence',
  'behind-plan',
  'ahead-of-plan',
  'asymmetry',
  'could-not-engage',
  'stiffness',
  'sudden-ease',
  'contact-overdue',
  'stop-rule-reached',
  'removal-unbooked',
  'removal-overdue',
];

const EVENTS: readonly Flag['evidence']['rule'][] = [
  'missed-slots',
  'could-not-engage',
  'stiffness',
  'sudden-ease',
  'stop-rule-reached',
  'warning-sign',
];

/** Whether a late report settled the events that were decided on, and what stands is of others, under a key of its own. */
function beginsAfter(now: Flag, decided: Flag): boolean {
  if (!now.onset || !decided.onset || now.key === decided.key) return false;
  const days = now.onset.day - decided.onset.day;
  return EVENTS.includes(now.evidence.rule) && (days || now.onset.slot - decided.onset.slot) > 0;
}

/** Follows a flag that was decided on from one judgement to the next, for as long as it stands alone; through how many. */
function judgementsOf(decided: CaseFacts, flag: Flag, asOf: Instant): number {
  let now = asOf;
  for (let step = 0; step < STEPS; step++) {
    const next = assess(decided, now);
    const [standing, ...others] = next.flags.filter((other) => isOfTheSame(other, flag));
    if (!standing || others.length > 0) return step;
    if (beginsAfter(standing, flag)) {
      expect(standing.acknowledged).toBeNull();
      return step + 1;
    }
    if (countsMore(standing)) {
      const told = [...decided.reports, ...decided.contacts, ...decided.recalls];
      expect(told.some(isToldBetween(asOf, now))).toBe(true);
      return step + 1;
    }
    expect(standing).toMatchObject({ key: flag.key, acknowledged: { level: 'act-now' } });
    if (next.reassessAt === null) return step + 1;
    now = next.reassessAt;
  }
  return STEPS;
}

/** Whether single things are counted that the decision, which covers any extent, did not see. */
function countsMore(now: Flag): boolean {
  const counting: readonly string[] = [
    'could-not-engage',
    'stiffness',
    'sudden-ease',
    'warning-sign',
    'not-assessable',
  ];
  return now.acknowledged === null && counting.includes(now.evidence.rule);
}

function isToldBetween(from: Instant, until: Instant) {
  return ({ recordedAt }: Pick<TurnReport, 'recordedAt'>) => recordedAt > from && recordedAt <= until;
}

function isOfTheSame(one: Flag, other: Flag): boolean {
  return (
    one.evidence.rule === other.evidence.rule && one.deviceId === other.deviceId && sign(one) === sign(other)
  );
}

/** What tells apart flags of one rule and device: a state of the course has one, an event one for each slot. */
function sign({ evidence, onset }: Flag): string {
  if (evidence.rule === 'not-assessable') return `${evidence.about} ${evidence.reason}`;
  if (evidence.rule === 'warning-sign') return evidence.sign;
  return STATES.includes(evidence.rule) ? '' : `${onset?.day}#${onset?.slot}`;
}
