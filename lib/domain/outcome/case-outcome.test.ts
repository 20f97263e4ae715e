import { describe, expect, it } from 'vitest';
import {
  at,
  caseOf,
  daysDone,
  deviceOf,
  eventOf,
  FIRST_DAY,
  measurementOf,
  reportOf,
  versionOf,
} from '#tests/factories/case-facts.ts';
import { outcomeOf } from './case-outcome.ts';

const plan = (perSession: number[], targetUm: number | null = 10_000) => [
  { deviceId: 'left', perSession, targetUm },
];
const ended = (day: number, hour = 12) => eventOf('activation-ended', at(day, hour));
const toTarget = versionOf({ devices: plan([100, 100]) });

describe('the outcome of a case', () => {
  it('has no operation before it is recorded, and nothing of activation before that is over', () => {
    expect(outcomeOf(caseOf({ operations: [] }))).toEqual({
      operatedDay: null,
      removedDay: null,
      activation: null,
    });
    const going = outcomeOf(caseOf({ versions: [toTarget], reports: daysDone(1, 4) }));
    expect(going).toEqual({ operatedDay: FIRST_DAY - 3, removedDay: null, activation: null });
  });

  it('counts a course that was turned as planned: 10 mm in ten days', () => {
    const facts = caseOf({ versions: [toTarget], reports: daysDone(1, 10), events: [ended(11)] });
    expect(outcomeOf(facts).activation).toEqual({
      endedDay: FIRST_DAY + 10,
      plannedUm: 10_000,
      achievedUm: 10_000,
      measuredUm: null,
      slotsDue: 20,
      slotsDone: 20,
      slotsUnknown: 0,
      heldDays: 0,
      missedDays: 0,
      unknownDays: 0,
    });
  });

  it('tells apart days that were held, missed and not known, and slots that were half done', () => {
    const hold = versionOf({
      version: 2,
      fromDay: FIRST_DAY + 4,
      devices: plan([0, 0]),
      recordedAt: at(4, 21),
    });
    const again = versionOf({
      version: 3,
      fromDay: FIRST_DAY + 6,
      devices: plan([100, 100]),
      recordedAt: at(6, 21),
    });
    const skipped = { outcome: 'skipped' as const, actuationsCenti: 0 };
    const facts = caseOf({
      versions: [toTarget, hold, again],
      reports: [
        ...daysDone(1, 4),
        // Days 5 and 6 are held, day 7 is left out, of day 8 nothing is heard, day 9 is half done.
        reportOf(7, 1, skipped),
        reportOf(7, 2, skipped),
        reportOf(9, 1, { outcome: 'partial', actuationsCenti: 50 }),
        reportOf(9, 2),
      ],
      events: [ended(10, 7)],
    });
    expect(outcomeOf(facts).activation).toMatchObject({
      plannedUm: 10_000,
      achievedUm: 4000 + 750,
      slotsDue: 14,
      slotsDone: 9,
      slotsUnknown: 2,
      heldDays: 2,
      missedDays: 1,
      unknownDays: 1,
    });
  });

  it('keeps the first target when an amendment moves it, and has none where none was set', () => {
    const shorter = versionOf({
      version: 2,
      fromDay: FIRST_DAY + 5,
      devices: plan([100, 100], 6000),
      recordedAt: at(5, 21),
    });
    const reports = daysDone(1, 6);
    const facts = caseOf({ versions: [toTarget, shorter], reports, events: [ended(7)] });
    expect(outcomeOf(facts).activation).toMatchObject({ plannedUm: 10_000, achievedUm: 6000 });
    const open = caseOf({ versions: [versionOf()], reports, events: [ended(7)] });
    expect(outcomeOf(open).activation).toMatchObject({ plannedUm: null, achievedUm: null, slotsDone: 12 });
  });

  it('takes what was measured after the last turn, less the opening at placement, and nothing from before', () => {
    const of = (day: number) =>
      outcomeOf(
        caseOf({
          devices: [deviceOf({ initialOpeningUm: 1000 })],
          versions: [toTarget],
          reports: daysDone(1, 10),
          events: [ended(11)],
          measurements: [measurementOf(at(day, 21), 9500)],
        }),
      ).activation?.measuredUm;
    expect([of(9), of(10), of(40)]).toEqual([null, 8500, 8500]);
  });

  it('is the mean of the devices, and measured only when each of them was', () => {
    const both = [
      { deviceId: 'left', perSession: [100, 100], targetUm: 10_000 },
      { deviceId: 'right', perSession: [50, 50], targetUm: 5000 },
    ];
    const facts = caseOf({
      devices: [deviceOf(), deviceOf({ id: 'right' })],
      versions: [versionOf({ devices: both })],
      reports: [...daysDone(1, 10), ...daysDone(1, 8, { deviceId: 'right', actuationsCenti: 50 })],
      events: [ended(11)],
      measurements: [measurementOf(at(12, 9), 9000)],
    });
    expect(outcomeOf(facts).activation).toMatchObject({
      plannedUm: 7500,
      achievedUm: (10_000 + 4000) / 2,
      measuredUm: null,
      slotsDue: 40,
      slotsUnknown: 4,
    });
  });

  it('ends with the removal where nobody ended activation, and starts anew where it was resumed', () => {
    const removal = { id: 'out', kind: 'removal' as const, endedAt: at(9, 10), recordedAt: at(9, 11) };
    const base = caseOf({ versions: [toTarget], reports: daysDone(1, 8) });
    const devices = [deviceOf({ removedAt: at(9, 10) })];
    const removed = outcomeOf({ ...base, devices, operations: [...base.operations, removal] });
    expect(removed).toMatchObject({ removedDay: FIRST_DAY + 8, activation: { endedDay: FIRST_DAY + 8 } });
    const resumed = eventOf('activation-resumed', at(9, 12));
    expect(outcomeOf({ ...base, events: [ended(8, 22), resumed] }).activation).toBeNull();
  });
});
