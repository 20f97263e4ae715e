import { describe, expect, it } from 'vitest';
import { assess } from '#lib/domain/assess.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import type { Forecast } from '#lib/domain/forecast/forecast.ts';
import { buildCourse } from '#lib/domain/timeline/build-course.ts';
import type { TurnReport } from '#lib/domain/turn/report.ts';
import type { Instant } from '#lib/domain/units.ts';
import { at, caregiverOf, caseOf, daysDone, reportOf, versionOf } from '#tests/factories/case-facts.ts';
import { skipped, three } from './threshold-row.ts';

const versions = [versionOf({ devices: [{ deviceId: 'left', perSession: [100, 100], targetUm: 40_000 }] })];
const caseWith = (reports: readonly TurnReport[]) =>
  caseOf({ versions, reports, caregivers: [caregiverOf()] });

const rulesOf = (facts: CaseFacts, asOf: Instant) =>
  assess(facts, asOf).flags.map(({ evidence }) => evidence.rule);

describe('a family that is silent for 30 hours and then reports all as done', () => {
  const silent = caseWith(three);
  const late = caseWith([...three, ...[1, 2].map((slot) => reportOf(4, slot, { recordedAt: at(5, 2) }))]);
  const before = assess(silent, at(3, 21));

  it('is flagged for its silence, and the missing turns count as not reported', () => {
    expect(rulesOf(silent, at(5, 1))).toEqual(
      expect.arrayContaining(['silence', 'behind-plan', 'missed-slots']),
    );
    const [device] = assess(silent, at(5, 1)).devices;
    expect(device).toMatchObject({
      deviationUm: -1000,
      causes: { notTurnedUm: 0, notReportedUm: 1000, lateSlots: 0 },
    });
  });

  it('is flagged no more once it reports, and the slots are marked as late', () => {
    expect(rulesOf(late, at(5, 2))).toEqual([]);
    const [device] = assess(late, at(5, 2)).devices;
    expect(device).toMatchObject({
      deviationUm: 0,
      causes: { notTurnedUm: 0, notReportedUm: 0, lateSlots: 2 },
    });
    const entries = buildCourse(late, at(5, 2)).devices[0]?.entries.filter((entry) => entry.late);
    expect(entries?.map(({ slot, status }) => [slot, status])).toEqual([
      [1, 'done'],
      [2, 'done'],
    ]);
  });

  it('has the same days forecast before, during and after, each from what is taken for turned by then', () => {
    const days = ({ devices, ...ends }: Forecast) => [
      devices.map(({ assumedUm: _, ...device }) => device),
      ends,
    ];
    const [during, after] = [assess(silent, at(5, 1)).forecast, assess(late, at(5, 2)).forecast];
    for (const forecast of [during, after]) expect(days(forecast)).toEqual(days(before.forecast));
    const assumed = [before.forecast, during, after].map(({ devices }) => devices[0]?.assumedUm);
    expect(assumed).toEqual([3000, 4000, 4000]);
  });

  it('has a later forecast if the turns were not done', () => {
    const missed = caseWith([...three, skipped(4, 1), skipped(4, 2)]);
    const day = before.forecast.activationEndsAtPlan;
    if (day.kind !== 'day') throw new Error('no day');
    const { forecast, devices } = assess(missed, at(4, 21));
    expect(forecast.activationEndsAtPlan).toEqual({ kind: 'day', day: day.day + 1 });
    expect(devices[0]?.causes).toEqual({ notTurnedUm: 1000, notReportedUm: 0, lateSlots: 0 });
  });
});

describe('a month that is imported into a live case', () => {
  const month = [
    ...daysDone(1, 9),
    reportOf(10, 1, { outcome: 'could-not-engage', actuationsCenti: 0 }),
    ...[10, 11, 12].map((day) => skipped(day, 2)),
    ...daysDone(13, 28),
    reportOf(29, 1, { actuationsCenti: 200 }),
    reportOf(29, 2, { outcome: 'wrong-way', actuationsCenti: -100 }),
  ];
  const imported = month.map((report) => ({ ...report, recordedAt: at(30, 10), source: 'import' as const }));

  it('raises the flags that it would have raised in time, and marks its slots as late', () => {
    const judgement = (reports: readonly TurnReport[]) => assess(caseWith(reports), at(30, 10));
    const inTime = judgement(month);
    const after = judgement(imported);
    expect(inTime.flags.length).toBeGreaterThan(3);
    expect(after.flags.map(({ key, level }) => ({ key, level }))).toEqual(
      inTime.flags.map(({ key, level }) => ({ key, level })),
    );
    expect(after.forecast).toEqual(inTime.forecast);
    expect(after.devices[0]?.causes).toEqual({ ...inTime.devices[0]?.causes, lateSlots: month.length });
  });
});
