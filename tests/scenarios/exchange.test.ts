import { describe, expect, it } from 'vitest';
import { assess } from '#lib/domain/assess.ts';
import { instantAt, startOfDay } from '#lib/domain/case-day.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import {
  amended,
  base,
  day,
  decided,
  SUNDAY,
  seen,
  written,
  ZONE,
} from '#tests/factories/amended-in-new-york.ts';
import { deviceOf, eventOf, reportOf } from '#tests/factories/case-facts.ts';

describe('an exchange of a device', () => {
  const exchangedAt = instantAt(ZONE, day('2026-03-07'), 10 * 60);
  const out = (facts: CaseFacts): CaseFacts => ({
    ...facts,
    devices: facts.devices.map((one) => (one.id === 'c' ? { ...one, removedAt: exchangedAt } : one)),
  });
  const placed = (facts: CaseFacts, placedAt = exchangedAt, label = 'c'): CaseFacts => ({
    ...facts,
    devices: [...facts.devices, deviceOf({ id: 'c2', label, placedAt, recordedAt: written })],
  });
  const planned = (facts: CaseFacts) =>
    amended(facts, 'exchange', (plans) => [
      ...plans.filter(({ deviceId }) => deviceId !== 'c'),
      { deviceId: 'c2', perSession: [100, 100], targetUm: 10_000 },
    ]);
  /** What a case says of hardware and protocol that do not agree. */
  const missing = (facts: CaseFacts, asOf = written) =>
    assess(facts, asOf).flags.flatMap(({ deviceId, evidence }) =>
      evidence.rule === 'not-assessable' && evidence.about === 'plan' ? [[deviceId, evidence.reason]] : [],
    );

  it('says what is missing until both the hardware and its plan are there', () => {
    expect(missing(base())).toEqual([]);
    expect(missing(out(base()))).toEqual([['c', 'device-taken-out']]);
    expect(missing(placed(out(base()))).sort()).toEqual([
      ['c', 'device-taken-out'],
      ['c2', 'device-not-in-protocol'],
    ]);
    // Planned from tomorrow on: nothing is left to be done about it today.
    expect(missing(planned(placed(out(base()))))).toEqual([]);
    expect(missing(planned(placed(out(base()))), seen)).toEqual([]);
  });

  it('is settled too by a version without the device that was taken out', () => {
    const without = amended(out(base()), 'change', (plans) =>
      plans.filter(({ deviceId }) => deviceId !== 'c'),
    );
    expect(missing(without)).toEqual([]);
  });

  it('cannot be planned before the hardware is on record, nor from a session before it was placed', () => {
    expect(() => planned(base())).toThrow('device-unknown');
    expect(() => amended(placed(base()), 'exchange')).toThrow('not-such-amendment');
    expect(() => amended(out(base()), 'exchange')).toThrow('not-such-amendment');
    const late = instantAt(ZONE, SUNDAY, 8 * 60 + 1);
    expect(() => planned(placed(out(base()), late))).toThrow('before-exchange');
  });

  it('does not wait for a device that was placed later and that it does not plan', () => {
    const facts = placed(out(base()));
    const placedAt = instantAt(ZONE, SUNDAY, 8 * 60 + 1);
    const another = deviceOf({ id: 'e', label: 'e', placedAt, recordedAt: written });
    const { versions } = planned({ ...facts, devices: [...facts.devices, another] });
    expect(versions.at(-1)).toMatchObject({ kind: 'exchange', unusual: ['device-left-out'] });
  });

  it('leaves the forecast with the devices in place', () => {
    for (const asOf of [written, seen]) {
      const { activationEndsAtPlan, devices } = assess(planned(placed(out(base()))), asOf).forecast;
      expect(devices.map(({ deviceId }) => deviceId)).toEqual(['a', 'b', 'd', 'c2']);
      expect(activationEndsAtPlan.kind).toBe('day');
    }
  });

  it.each(['c', 'C, longer body'])(
    'counts what the device before it gained towards the days per centimetre, called %s since',
    (label) => {
      const rule = { kind: 'days-per-cm' as const, days: 100 };
      const facts = planned(placed(out(base()), exchangedAt, label));
      const ended = decided(
        { ...facts, versions: facts.versions.map((one) => ({ ...one, consolidation: rule })) },
        eventOf('activation-ended', startOfDay(ZONE, SUNDAY + 1)),
        eventOf('consolidation-started', startOfDay(ZONE, SUNDAY + 1)),
      );
      const ends = (of: CaseFacts) => assess(of, seen).forecast.consolidationEnds;
      // 2.5 mm each of a and the first c, and the longest, d, 7.5 mm: 75 days.
      expect(ends(ended)).toEqual({ kind: 'day', day: SUNDAY + 1 + 75 });
      const turned = Array.from({ length: 12 }, (_, index) => ({
        ...reportOf(1, 1, {
          deviceId: 'c2',
          id: `c2-${index}`,
          doneAt: instantAt(ZONE, SUNDAY, 9 * 60 + index),
        }),
        day: SUNDAY,
      }));
      // 6 mm more at the same place: 2.5 + 6 mm are 85 days.
      expect(ends({ ...ended, reports: [...ended.reports, ...turned] })).toEqual({
        kind: 'day',
        day: SUNDAY + 1 + 85,
      });
    },
  );
});
