import { describe, expect, it } from 'vitest';
import { assess } from '#lib/domain/assess.ts';
import type { ConsolidationRule } from '#lib/domain/protocol/version.ts';
import { removalOf, stateOf } from '#tests/factories/booking-facts.ts';
import {
  at,
  caseOf,
  daysDone,
  deviceOf,
  eventOf,
  FIRST_DAY,
  versionOf,
} from '#tests/factories/case-facts.ts';

const ended = [eventOf('activation-ended', at(10, 21)), eventOf('consolidation-started', at(11, 0))];
const by = (consolidation: ConsolidationRule) =>
  caseOf({ versions: [versionOf({ consolidation })], reports: daysDone(1, 10), events: ended });
const dayNumber = (day: number) => day - FIRST_DAY + 1;

describe('the removal window', () => {
  it.each<[string, ConsolidationRule, number]>([
    ['fixed days', { kind: 'fixed-days', days: 56 }, 11 + 56],
    ['no days at all', { kind: 'fixed-days', days: 0 }, 11],
    ['twice the ten days of activation', { kind: 'multiple-of-activation', ratioHundredths: 200 }, 11 + 20],
    ['30 days per cm, after 10 mm', { kind: 'days-per-cm', days: 30 }, 11 + 30],
  ])('begins by %s', (_, rule, day) => {
    const { window } = assess(by(rule), at(12, 9)).removal ?? {};
    expect(window?.earliest).toEqual({ kind: 'day', day: FIRST_DAY + day - 1 });
    expect(dayNumber(window?.latestDay ?? 0)).toBe(day + 27);
  });

  it('is not assessable where imaging decides, until a person records that it did', () => {
    const facts = by({ kind: 'imaging-decides' });
    expect(assess(facts, at(40, 9)).removal?.window).toMatchObject({
      earliest: { kind: 'not-assessable', reason: 'imaging-decides' },
      latestDay: null,
    });
    const check = { id: 'c', key: 'imaging', note: null, recordedBy: 'surgeon', recordedAt: at(41, 9) };
    const seen = { ...facts, removal: removalOf([], { checks: [{ ...check, state: 'passed' as const }] }) };
    expect(assess(seen, at(41, 9)).removal?.window.earliest).toEqual({ kind: 'day', day: FIRST_DAY + 40 });
  });

  it('moves by itself when activation goes on', () => {
    const facts = by({ kind: 'fixed-days', days: 56 });
    const resumed = {
      ...facts,
      events: [
        ...ended,
        eventOf('activation-resumed', at(13, 8)),
        eventOf('activation-ended', at(20, 8)),
        eventOf('consolidation-started', at(21, 0)),
      ],
    };
    const before = assess(resumed, at(12, 9)).removal?.window.earliest;
    const after = assess(resumed, at(22, 9)).removal?.window.earliest;
    expect([before, after]).toEqual([
      { kind: 'day', day: FIRST_DAY + 66 },
      { kind: 'day', day: FIRST_DAY + 76 },
    ]);
  });

  it('moves as soon as a version that extends activation is published, though it begins later', () => {
    const plan = (mm: number) => [{ deviceId: 'left', perSession: [100, 100], targetUm: mm * 1000 }];
    const written = versionOf({ devices: plan(20) });
    const change = { version: 2, fromDay: FIRST_DAY + 6, recordedAt: at(5, 9) };
    const earliestOf = (mm: number, given = {}) => {
      const versions = [written, versionOf({ devices: plan(mm), ...change, ...given })];
      const { window } = assess(caseOf({ versions, reports: daysDone(1, 4) }), at(5, 10)).removal ?? {};
      return window?.earliest.kind === 'day' ? window.earliest.day : null;
    };
    const before = earliestOf(20);
    expect(before).not.toBeNull();
    expect(earliestOf(26)).toBe((before ?? 0) + 6);
    // Begun only after the first target is reached, it finds the device at rest there.
    expect(earliestOf(26, { fromDay: FIRST_DAY + 29 })).toBe((before ?? 0) + 6 + 9);
    const longer = { consolidation: { kind: 'fixed-days' as const, days: 66 } };
    expect(earliestOf(20, longer)).toBe((before ?? 0) + 10);
  });

  it('is there neither before the index operation nor once the hardware is out', () => {
    expect(assess({ ...by({ kind: 'fixed-days', days: 1 }), operations: [] }, at(12, 9)).removal).toBeNull();
    const out = { id: 'out', kind: 'removal' as const, endedAt: at(30, 9), recordedAt: at(30, 9) };
    const operations = [...caseOf().operations, out];
    const facts = caseOf({ operations, devices: [deviceOf({ removedAt: at(30, 9) })] });
    expect(assess(facts, at(31, 9)).removal).toBeNull();
  });

  it('goes on for what a first removal left in: flagged as not booked, then as overdue, until that is out too', () => {
    const base = by({ kind: 'fixed-days', days: 1 });
    const outOn = (day: number) => ({
      id: `${day}`,
      kind: 'removal' as const,
      endedAt: at(day, 9),
      recordedAt: at(day, 9),
    });
    const left = deviceOf({ removedAt: at(30, 9) });
    const right = (removedAt: number | null) => deviceOf({ id: 'right', label: 'Right', removedAt });
    const partial = { ...base, operations: [...base.operations, outOn(30)], devices: [left, right(null)] };
    const rulesAt = (day: number) => assess(partial, at(day, 10)).flags.map(({ evidence }) => evidence.rule);
    expect(assess(partial, at(31, 10))).toMatchObject({ phase: { kind: 'consolidation', removedAt: null } });
    expect(assess(partial, at(31, 10)).removal).not.toBeNull();
    expect(rulesAt(31)).toContain('removal-unbooked');
    expect(rulesAt(90)).toContain('removal-overdue');
    const whole = {
      ...partial,
      operations: [...partial.operations, outOn(50)],
      devices: [left, right(at(50, 9))],
    };
    expect(assess(whole, at(51, 10))).toMatchObject({
      phase: { kind: 'follow-up', removedAt: at(50, 9) },
      removal: null,
      flags: [],
    });
  });
});

describe('a removal that is decided early', () => {
  const decision = { ...eventOf('early-removal-decided', at(20, 11)), byId: 'ellery' };
  const decided = (consolidation: ConsolidationRule, given = {}) => {
    const facts = by(consolidation);
    return { ...facts, events: [...facts.events, decision], ...given };
  };
  const consolidationOf = (facts: ReturnType<typeof decided>, asOf: number) =>
    assess(facts, asOf).removal?.criteria[0];
  const FIXED = { kind: 'fixed-days' as const, days: 56 };

  it.each<[string, ConsolidationRule, { kind: string }]>([
    ['a number of days', FIXED, { kind: 'day' }],
    ['imaging', { kind: 'imaging-decides' }, { kind: 'not-assessable' }],
  ])(
    'opens the window with the decision where %s decide, and waives consolidation by name',
    (_, rule, by) => {
      const { window, isUrgent } = assess(decided(rule), at(21, 9)).removal ?? {};
      expect(window).toMatchObject({ earliest: { kind: 'day', day: FIRST_DAY + 19 }, isProjected: false });
      expect(dayNumber(window?.latestDay ?? 0)).toBe(20 + 27);
      expect(window?.early).toMatchObject({ decidedAt: at(20, 11), byId: 'ellery', byRule: by });
      expect(isUrgent).toBe(true);
      const early = { decidedAt: at(20, 11), byId: 'ellery' };
      expect(consolidationOf(decided(rule), at(21, 9))).toMatchObject({
        state: 'waived',
        earliest: by,
        early,
      });
    },
  );

  it('says met only once the rule does, and as the rule does', () => {
    const states = [at(20, 10), at(20, 11), at(66, 23), at(67, 0)].map(
      (asOf) => consolidationOf(decided(FIXED), asOf)?.state,
    );
    expect(states).toEqual(['not-met', 'waived', 'waived', 'met']);
  });

  it('changes nothing where consolidation was complete by then, nor once activation is resumed', () => {
    const short = { kind: 'fixed-days' as const, days: 5 };
    const late = assess(decided(short), at(21, 9)).removal;
    expect(late?.window).toMatchObject({ earliest: { kind: 'day', day: FIRST_DAY + 15 }, early: null });
    expect(late?.criteria[0]).toMatchObject({ state: 'met', early: null });
    const facts = decided(FIXED);
    const resumed = { ...facts, events: [...facts.events, eventOf('activation-resumed', at(21, 8))] };
    expect(assess(resumed, at(21, 9)).removal?.window.early).toBeNull();
    expect(consolidationOf(resumed, at(21, 9))?.state).not.toBe('waived');
  });

  it('asks for a theatre at once, and is overdue by the days of the clinic after the decision', () => {
    const rules = (asOf: number) =>
      assess(decided(FIXED), asOf).flags.map(({ evidence: { rule, ...told } }) => [rule, told]);
    const earlyRemovalAt = at(20, 11);
    expect(rules(at(20, 10, 59))).toEqual([]);
    expect(rules(earlyRemovalAt)).toEqual([
      ['removal-unbooked', { earliestDay: FIRST_DAY + 19, earlyRemovalAt, earlier: null }],
    ]);
    expect(rules(at(48, 0))).toEqual([['removal-overdue', expect.objectContaining({ earlyRemovalAt })]]);
  });

  it('needs no start of consolidation', () => {
    const events = [decision];
    const facts = decided(FIXED, { events });
    expect(assess(facts, at(21, 9)).flags.map(({ evidence }) => evidence.rule)).toEqual(['removal-unbooked']);
  });

  it('makes a booking at the usual time too late, and says since which decision', () => {
    const usual = { earliestDay: FIRST_DAY + 66, latestDay: FIRST_DAY + 93 };
    const facts = decided(FIXED, { removal: removalOf([stateOf(at(70, 9), at(12, 8), usual)]) });
    expect(assess(facts, at(20, 10)).removal?.drift).toBeNull();
    expect(assess(facts, at(21, 9)).removal?.drift).toMatchObject({
      way: 'too-late',
      cause: { kind: 'event', event: 'early-removal-decided' },
    });
  });
});

describe('the criteria', () => {
  it('say what nobody recorded as not assessable', () => {
    const { criteria } = assess(by({ kind: 'fixed-days', days: 10 }), at(30, 9)).removal ?? {};
    expect(criteria?.map(({ kind, state }) => [kind, state])).toEqual([
      ['consolidation', 'met'],
      ['imaging', 'not-assessable'],
      ['complication', 'met'],
      ['hold', 'met'],
      ['consent', 'not-assessable'],
      ['checks', 'not-assessable'],
    ]);
  });

  it('take the latest record of a check', () => {
    const check = { id: 'a', key: 'consent', state: 'passed' as const, note: null, recordedBy: 's' };
    const checks = [
      { ...check, recordedAt: at(12, 9) },
      { ...check, id: 'b', state: 'failed' as const, note: 'withdrawn', recordedAt: at(13, 9) },
    ];
    const facts = { ...by({ kind: 'fixed-days', days: 10 }), removal: removalOf([], { checks }) };
    const consent = (asOf: number) =>
      assess(facts, asOf).removal?.criteria.find(({ kind }) => kind === 'consent')?.state;
    expect([consent(at(12, 8)), consent(at(12, 9)), consent(at(13, 9))]).toEqual([
      'not-assessable',
      'met',
      'not-met',
    ]);
  });
});

describe('a booking that no longer fits', () => {
  const window = { earliestDay: FIRST_DAY + 66, latestDay: FIRST_DAY + 93 };
  const facts = by({ kind: 'fixed-days', days: 56 });
  const booked = (day: number, given = {}) => ({
    ...facts,
    removal: removalOf([stateOf(at(day, 9), at(12, 8), { ...window, ...given })]),
  });
  const driftOf = (of: typeof facts, asOf = at(30, 9)) => assess(of, asOf).removal?.drift;

  it('is said with the version that moved the window', () => {
    const longer = versionOf({
      version: 2,
      fromDay: FIRST_DAY + 5,
      consolidation: { kind: 'fixed-days', days: 90 },
      recordedAt: at(14, 10),
    });
    const moved = booked(70);
    const drift = driftOf({ ...moved, versions: [...moved.versions, longer] });
    expect(drift).toMatchObject({
      way: 'too-early',
      startsAt: at(70, 9),
      earliestDay: FIRST_DAY + 100,
      earliestDayThen: FIRST_DAY + 66,
      cause: { kind: 'version', version: 2, recordedAt: at(14, 10) },
    });
  });

  it('does not say so of what was put outside the window on purpose, unless it got worse', () => {
    const early = { departures: ['before-window'], reason: 'infection' };
    expect(driftOf(booked(40, early))).toBeNull();
    expect(driftOf(booked(40))).toMatchObject({ way: 'too-early', cause: { kind: 'course' } });
    expect(driftOf(booked(40, { ...early, earliestDay: FIRST_DAY + 60 }))).toMatchObject({
      way: 'too-early',
    });
  });

  it('says so of a complication recorded since, until it is resolved', () => {
    const infection = {
      id: 'infection',
      kind: 'infection' as const,
      failure: null,
      deviceId: null,
      onsetDay: FIRST_DAY + 20,
      detectedBy: 'family' as const,
      signs: [],
      note: null,
      recordedAt: at(21, 9),
      steps: [
        { id: 'r', kind: 'resolved' as const, onDay: FIRST_DAY + 24, note: null, recordedAt: at(25, 9) },
      ],
    };
    const facts = { ...booked(70), complications: [infection] };
    const blocked = (asOf: number) =>
      assess(facts, asOf).removal?.criteria.find(({ kind }) => kind === 'complication')?.state;
    expect(driftOf(facts, at(22, 9))).toMatchObject({
      way: 'new-complication',
      cause: { kind: 'complication', complication: { kind: 'infection' } },
    });
    expect([blocked(at(20, 9)), blocked(at(22, 9)), blocked(at(25, 9))]).toEqual(['met', 'not-met', 'met']);
    expect(driftOf(facts, at(25, 9))).toBeNull();
  });

  it('knows both ends of the window to the instant', () => {
    expect(driftOf(booked(67))).toBeNull();
    expect(driftOf(booked(66))).toMatchObject({ way: 'too-early' });
    expect(driftOf(booked(94))).toBeNull();
    expect(driftOf(booked(95))).toMatchObject({ way: 'too-late' });
  });
});
