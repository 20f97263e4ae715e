import { describe, expect, it } from 'vitest';
import { assess } from '#lib/domain/assess.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import type { TurnReport } from '#lib/domain/turn/report.ts';
import type { Instant } from '#lib/domain/units.ts';
import { at, caseOf, deviceOf, eventOf, measurementOf, reportOf } from '#tests/factories/case-facts.ts';
import { none, three } from './threshold-row.ts';

const EVENTS: readonly { rule: string; told: Partial<TurnReport> }[] = [
  { rule: 'wrong-way', told: { outcome: 'wrong-way', actuationsCenti: -100 } },
  { rule: 'could-not-engage', told: { outcome: 'could-not-engage', actuationsCenti: 0 } },
  { rule: 'stiffness', told: { resistance: 'stiff' } },
  { rule: 'sudden-ease', told: { resistance: 'sudden-ease' } },
];

const actNow = (given: Partial<CaseFacts>, asOf: Instant) =>
  assess(caseOf({ ...none, ...given }), asOf).flags.flatMap(({ level, deviceId, evidence }) =>
    level === 'act-now' ? [`${evidence.rule} of ${deviceId}`] : [],
  );

describe.each(EVENTS)('$rule', ({ rule, told }) => {
  it('is acted on in latency, before anything was planned', () => {
    expect(actNow({ reports: [reportOf(-1, 1, told)] }, at(-1, 8))).toEqual([`${rule} of left`]);
  });

  it('is acted on without a protocol, and on a device that none plans', () => {
    const reports = [...three, reportOf(4, 1, told)];
    expect(actNow({ versions: [], reports }, at(4, 8))).toContain(`${rule} of left`);
    const devices = [deviceOf(), deviceOf({ id: 'right' })];
    const right = reportOf(4, 1, { ...told, deviceId: 'right' });
    expect(actNow({ devices, reports: [...three, right] }, at(4, 8))).toContain(`${rule} of right`);
  });

  it('is acted on in consolidation until the device is measured, where it was told of once activation was over', () => {
    const events = [eventOf('activation-ended', at(4, 12)), eventOf('consolidation-started', at(4, 12))];
    const withTold = (given: Partial<TurnReport>) => ({
      events,
      reports: [...three, reportOf(4, 1, { ...told, ...given })],
    });
    expect(actNow(withTold({}), at(20, 8))).toEqual([]);
    const late = withTold({ recordedAt: at(5, 8) });
    expect(actNow(late, at(20, 8))).toEqual([`${rule} of left`]);
    const since = { events, reports: [...three, reportOf(5, 1, told)] };
    expect(actNow(since, at(20, 8))).toEqual([`${rule} of left`]);
    const opening = rule === 'wrong-way' ? 2500 : rule === 'could-not-engage' ? 3000 : 3500;
    expect(actNow({ ...since, measurements: [measurementOf(at(6, 10), opening)] }, at(20, 8))).toEqual([]);
  });

  it('of a device that was taken out is history', () => {
    const devices = [deviceOf({ removedAt: at(4, 12) }), deviceOf({ id: 'right' })];
    const reports = [...three, reportOf(4, 1, told)];
    expect(actNow({ devices, reports }, at(4, 11))).toContain(`${rule} of left`);
    expect(actNow({ devices, reports }, at(4, 12))).not.toContain(`${rule} of left`);
  });
});

it('says of a reading that nothing tells how far it may be off, without a protocol', () => {
  const facts = caseOf({ versions: [], measurements: [measurementOf(at(1, 10), 9000)] });
  const judged = assess(facts, at(1, 10)).flags.map(({ level, evidence }) => ({ level, ...evidence }));
  expect(judged).toContainEqual({
    level: 'look-today',
    rule: 'not-assessable',
    about: 'measured-against-reported',
    reason: 'no-protocol',
  });
});

it('leaves a device that is turned back further than it was open no more travel than it has', () => {
  const back = reportOf(1, 1, { outcome: 'wrong-way', actuationsCenti: -100 });
  const [device] = assess(
    caseOf({ devices: [deviceOf({ travelUm: 30_000 })], reports: [back] }),
    at(1, 9),
  ).devices;
  expect(device).toMatchObject({ reportedUm: -500, remainingTravelUm: 30_000 });
});
