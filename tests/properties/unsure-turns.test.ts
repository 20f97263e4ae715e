import { describe, expect, it } from 'vitest';
import { assess } from '#lib/domain/assess.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import type { DevicePlan, ProtocolVersion } from '#lib/domain/protocol/version.ts';
import type { TurnReport } from '#lib/domain/turn/report.ts';
import type { Instant } from '#lib/domain/units.ts';
import {
  at,
  caseOf,
  daysDone,
  deviceOf,
  FIRST_DAY,
  measurementOf,
  reportOf,
  versionOf,
} from '#tests/factories/case-facts.ts';

const both = ['left', 'right'];
const pair = both.map((id) => deviceOf({ id }));
const plans = (given: Partial<DevicePlan> = {}) =>
  both.map((deviceId) => ({ deviceId, perSession: [100, 100], targetUm: 20_000, ...given }));
const first = versionOf({ devices: plans() });
const later = (day: number, given: Partial<ProtocolVersion>) =>
  versionOf({ version: 2, fromDay: FIRST_DAY + day - 1, recordedAt: at(day - 1, 12), ...given });
const bothDone = (from: number, through: number) =>
  both.flatMap((deviceId) => daysDone(from, through, { deviceId }));
const unsure = (day: number, slot: number, deviceId = 'left') =>
  reportOf(day, slot, { deviceId, outcome: 'not-sure', actuationsCenti: null });
const skipped = (day: number, slot: number, deviceId: string) =>
  reportOf(day, slot, { deviceId, outcome: 'skipped', actuationsCenti: 0 });
const of = (
  day: number,
  turn: (day: number, slot: number, deviceId: string) => TurnReport,
  deviceId: string,
) => [1, 2].map((slot) => turn(day, slot, deviceId));

const caseWith = (given: Partial<CaseFacts>) => caseOf({ devices: pair, versions: [first], ...given });

/** What is found of the matters that can hang on unsure turns: `behind-plan left`, `? asymmetry`. */
function found(facts: CaseFacts, asOf: Instant): readonly string[] {
  const told: Record<string, true> = {
    'behind-plan': true,
    'ahead-of-plan': true,
    asymmetry: true,
    'wrong-phase': true,
    'end-of-travel': true,
    'stop-rule-reached': true,
    'measured-against-reported': true,
  };
  return assess(facts, asOf)
    .flags.flatMap(({ evidence, deviceId, level }) => {
      const of = deviceId === null ? '' : ` ${deviceId}`;
      if (evidence.rule !== 'not-assessable')
        return told[evidence.rule] ? [`${evidence.rule}${of} ${level}`] : [];
      return evidence.reason === 'amount-not-sure' ? [`? ${evidence.about}${of}`] : [];
    })
    .sort();
}

describe('asymmetry', () => {
  const three = bothDone(1, 3);
  const asymmetry = (reports: readonly TurnReport[]) =>
    found(caseWith({ reports: [...three, ...reports] }), at(4, 20)).filter((one) =>
      one.includes('asymmetry'),
    );

  it('is not assessable where one device was not turned and nobody is sure of the other', () => {
    expect(asymmetry([...of(4, skipped, 'left'), ...of(4, unsure, 'right')])).toEqual(['? asymmetry']);
    expect(asymmetry([...of(4, unsure, 'left'), ...of(4, unsure, 'right')])).toEqual(['? asymmetry']);
  });

  it('is none where even all of the unsure turns would not be too many', () => {
    expect(asymmetry([...of(4, skipped, 'left'), unsure(4, 1, 'right'), skipped(4, 2, 'right')])).toEqual([]);
    expect(asymmetry([...bothDone(4, 4).slice(0, 3), unsure(4, 2, 'right')])).toEqual([]);
  });

  it('is certain where it is there however the unsure turns were', () => {
    const twice = reportOf(4, 1, { deviceId: 'right', actuationsCenti: 200 });
    expect(asymmetry([...of(4, skipped, 'left'), twice, unsure(4, 2, 'right')])).toEqual([
      'asymmetry look-today',
    ]);
  });
});

describe('the end of travel', () => {
  const short = both.map((id) => deviceOf({ id, travelUm: 10_000 }));
  const travel = (sureDays: number, unsureDays: readonly number[]) => {
    const reports = [...bothDone(1, sureDays), ...unsureDays.flatMap((day) => of(day, unsure, 'left'))];
    const asOf = at(Math.max(sureDays, ...unsureDays), 20);
    return found(caseWith({ devices: short, reports }), asOf).filter((one) => /travel left/.test(one));
  };

  it('is not assessable where the unsure turns may have used it up', () => {
    expect(travel(6, [7, 8, 9, 10])).toEqual(['? end-of-travel left']);
  });

  it('is near for certain, and how near is not assessable', () => {
    expect(travel(8, [9, 10])).toEqual(['? end-of-travel left', 'end-of-travel left look-today']);
  });

  it('is near for certain where the unsure turns change nothing of it', () => {
    expect(travel(8, [9])).toEqual(['end-of-travel left look-today']);
  });

  it('is not said where even all of the unsure turns leave enough', () => {
    expect(travel(3, [4])).toEqual([]);
  });
});

describe('a slot that asks for nothing', () => {
  const held = { versions: [first, later(5, { kind: 'hold', devices: plans({ perSession: [0, 0] }) })] };
  const four = bothDone(1, 4);

  it('is not assessable in a hold, and again with each further slot', () => {
    const facts = (...slots: number[]) =>
      caseWith({ ...held, reports: [...four, ...slots.map((slot) => unsure(5, slot))] });
    expect(found(facts(1, 2), at(5, 20))).toEqual([
      '? asymmetry',
      '? behind-plan left',
      '? wrong-phase left',
    ]);
    const extents = [facts(1), facts(1, 2)].map((one) =>
      assess(one, at(5, 20)).flags.flatMap(({ evidence, extent }) =>
        evidence.rule === 'not-assessable' && evidence.about === 'wrong-phase' ? [extent] : [],
      ),
    );
    expect(extents).toEqual([[1], [2]]);
  });

  it('is a turn in a hold where one of two reports is sure of it', () => {
    const reports = [...four, unsure(5, 1), { ...reportOf(5, 1), id: 'sure' }];
    expect(found(caseWith({ ...held, reports }), at(5, 20))).toEqual([
      'ahead-of-plan left look-today',
      'wrong-phase left act-now',
    ]);
  });

  it('is not assessable in latency', () => {
    expect(found(caseWith({ reports: [unsure(-1, 1)] }), at(-1, 20))).toEqual(['? wrong-phase left']);
  });

  it('may lead past the target where the amount is reached already', () => {
    const versions = [versionOf({ devices: plans({ targetUm: 4000 }) })];
    const reports = [...four, unsure(5, 1)];
    expect(found(caseWith({ versions, reports }), at(5, 20))).toEqual([
      '? behind-plan left',
      'stop-rule-reached look-today',
    ]);
  });
});

describe('the stop rule', () => {
  const versions = [versionOf({ devices: plans({ targetUm: 4000 }) })];
  const stop = (reports: readonly TurnReport[], asOf: Instant) =>
    found(caseWith({ versions, reports }), asOf).filter((one) => one.includes('stop-rule'));
  const allBut = bothDone(1, 4).filter(
    ({ day, slot, deviceId }) => day < FIRST_DAY + 3 || slot === 1 || deviceId !== 'left',
  );

  it('is not assessable where the last turn to the target is unsure', () => {
    expect(stop([...allBut, unsure(4, 2)], at(4, 20))).toEqual(['? stop-rule']);
  });

  it('is not reached while a device has a turn to go for certain', () => {
    const reports = [
      ...allBut.filter(({ deviceId, day }) => deviceId === 'left' || day < FIRST_DAY + 3),
      unsure(4, 2),
    ];
    expect(stop(reports, at(4, 20))).toEqual([]);
  });
});

describe('a reading', () => {
  const backAndOn = {
    devices: [deviceOf()],
    versions: [
      versionOf({ devices: [{ deviceId: 'left', perSession: [100, 100], targetUm: null }] }),
      later(5, {
        kind: 'reverse',
        devices: [{ deviceId: 'left', perSession: [-100, -100], targetUm: 1000 }],
      }),
    ],
  };
  const reading = (unsureDays: readonly number[], valueUm: number) => {
    const days = [1, 2, 3, 4, 5, 6];
    const reports = days.flatMap((day) =>
      [1, 2].map((slot) =>
        unsureDays.includes(day)
          ? unsure(day, slot)
          : reportOf(day, slot, { actuationsCenti: day < 5 ? 100 : -100 }),
      ),
    );
    const facts = caseWith({ ...backAndOn, reports, measurements: [measurementOf(at(6, 21), valueUm)] });
    return found(facts, at(6, 21)).filter((one) => one.includes('measured'));
  };

  it('may be explained by unsure turns on as well as by unsure turns back', () => {
    // 2.0 mm by the reports where all is sure; with days 3 and 6 unsure from 1.0 to 3.0 mm, reported 2.0 mm.
    expect(reading([], 3500)).toEqual(['measured-against-reported left act-now']);
    expect(reading([6], 3500)).toEqual(['? measured-against-reported left']);
    expect(reading([3, 6], 4400)).toEqual(['? measured-against-reported left']);
    expect(reading([3, 6], 600)).toEqual(['? measured-against-reported left']);
    expect(reading([3, 6], 2000)).toEqual([]);
  });
});
