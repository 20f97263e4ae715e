import { describe, expect, it } from 'vitest';
import { amendedVersion } from '#lib/domain/complication/amended-version.ts';
import { at, deviceOf, FIRST_DAY, versionOf } from '#tests/factories/case-facts.ts';
import {
  ahead,
  amended,
  amountsOn,
  facts,
  first,
  NOW,
  plans,
  START,
} from '#tests/factories/later-version-case.ts';
import { baseVersion } from './base-version.ts';
import { FIRST_DEFAULTS } from './clinic-defaults.ts';
import { startWhenCosigned } from './cosign.ts';
import { judgeVersion } from './judge-version.ts';
import type { ProtocolVersion } from './version.ts';

describe('of what an amendment and a later version both decide', () => {
  const later = (said: Partial<ProtocolVersion>) => ({
    ...facts,
    versions: [first, { ...ahead, unusual: [], ...said }],
  });
  const inThree = (left: number, right: number) => ({
    sessions: [480, 840, 1200],
    devices: plans([left, left, left], [right, right, right]),
  });
  const turnedBack = [
    { deviceId: 'left', perSession: [100, 100], targetUm: 20_000 },
    { deviceId: 'right', perSession: [-100, -100], targetUm: 2_000 },
  ];
  const signedToHold = later({ kind: 'hold', devices: plans([0, 0], [100, 100]) });

  it('a hold that was signed stays one, whatever is held and resumed before it', () => {
    const held = amended('hold', { devices: plans([0, 0], [100, 100]) }, signedToHold);
    const from = { fromDay: FIRST_DAY + 6, fromSlot: 1 };
    const resumed = amended('resume', { ...from, devices: plans([100, 100], [100, 100]) }, held.facts);
    expect(amountsOn(resumed.facts, 7).left).toEqual([100, 100]);
    expect(amountsOn(resumed.facts, 9)).toEqual({ left: [0, 0], right: [100, 100] });
  });

  it('a hold stays one in a day of other sessions', () => {
    const { facts: after } = amended('change', inThree(70, 70), signedToHold);
    expect(amountsOn(after, 9)).toEqual({ left: [0, 0, 0], right: [70, 70, 70] });
  });

  it('a hold stays one where another device is turned back', () => {
    const back = { devices: turnedBack };
    const { facts: after, judged } = amended('reverse', back, signedToHold);
    expect(judged.later).toMatchObject([{ carried: { carries: 2 }, exceeded: [] }]);
    expect(amountsOn(after, 9)).toEqual({ left: [0, 0], right: [-100, -100] });
  });

  it('a step that is taken back again later is not undone by what was asked before it', () => {
    const back = versionOf({
      ...ahead,
      version: 3,
      fromDay: FIRST_DAY + 11,
      devices: plans([100, 100], [100, 100]),
    });
    const given = { ...facts, versions: [first, ahead, back] };
    const { facts: after } = amended('change', { devices: plans([100, 100], [150, 150]) }, given);
    expect([9, 12].map((day) => amountsOn(after, day).right)).toEqual([
      [150, 150],
      [100, 100],
    ]);
  });

  it('the nearer target, the earlier end and the stricter rule hold', () => {
    const given = later({
      devices: plans([100, 100], [100, 100], 24_000),
      lastDay: FIRST_DAY + 20,
      contactDays: 10,
      tolerances: { ...first.tolerances, behindUm: 500, travelNoticeDays: 9 },
    });
    const { facts: after } = amended(
      'change',
      {
        devices: plans([100, 100], [100, 100], 15_000),
        lastDay: FIRST_DAY + 30,
        contactDays: 3,
        tolerances: { ...first.tolerances, silenceMin: 720, travelNoticeDays: 5 },
      },
      given,
    );
    expect(after.versions.at(-1)).toMatchObject({
      devices: plans([100, 100], [100, 100], 15_000),
      lastDay: FIRST_DAY + 20,
      contactDays: 3,
      tolerances: { behindUm: 500, silenceMin: 720, travelNoticeDays: 9 },
    });
  });

  it('an end that only the amendment moves is moved for the later version too', () => {
    const ends = { lastDay: FIRST_DAY + 14 };
    const given = {
      ...facts,
      versions: [
        { ...first, ...ends },
        { ...ahead, ...ends, devices: plans([100, 100], [150, 150]) },
      ],
    };
    const { facts: after } = amended('change', { lastDay: FIRST_DAY + 21 }, given);
    expect(after.versions.at(-1)).toMatchObject({ carries: 2, lastDay: FIRST_DAY + 21 });
  });

  it('nobody was told: the family heard one thing of the later version and another since', () => {
    const told = { toldAt: NOW - 1, toldById: 'nurse' };
    const given = later({ ...told, devices: plans([150, 150], [100, 100]) });
    const hold = { devices: plans([0, 0], [100, 100]), toldAt: NOW, toldById: 'nurse' };
    expect(amended('hold', hold, given).facts.versions.at(-1)).toMatchObject({ carries: 2, toldAt: null });
  });

  it('an amendment that turns by more than what cannot be followed beside it asks a surgeon', () => {
    const given = later({ devices: plans([25, 25], [100, 100]) });
    const base = baseVersion(given.versions, START) ?? first;
    const written = {
      ...base,
      ...START,
      ...inThree(70, 70),
      kind: 'change' as const,
      version: 3,
      recordedAt: NOW,
    };
    const back = { ...written, sessions: base.sessions, devices: turnedBack };
    const judged = judgeVersion(given, { ...back, kind: 'reverse' }, FIRST_DEFAULTS, false);
    expect(judged).toMatchObject({
      kind: 'pending',
      version: { unusual: ['reversal', 'more-than-signed'] },
      later: [{ carried: null, exceeded: ['left'] }],
    });
    expect(judgeVersion(given, written, FIRST_DEFAULTS, false)).toMatchObject({
      kind: 'pending',
      version: { unusual: ['more-than-signed'] },
    });
  });

  it('what was unusual about either is said of what both come to', () => {
    const fast = amended('change', { devices: plans([300, 300], [100, 100]) });
    expect(fast.facts.versions.at(-1)).toMatchObject({ carries: 2, unusual: ['outside-band'] });
  });
});

describe('a hold of one device leaves another', () => {
  const third = deviceOf({ id: 'third' });
  const three = (left: number, rest: number) => [
    ...plans([left, left], [100, 100]),
    { deviceId: 'third', perSession: [rest, rest], targetUm: 20_000 },
  ];

  it('that rests and is to be resumed', () => {
    const resumes = { ...ahead, kind: 'resume' as const, devices: three(100, 100) };
    const given = {
      ...facts,
      devices: [...facts.devices, third],
      versions: [{ ...first, devices: three(100, 0) }, resumes],
    };
    const { facts: after } = amended('hold', { devices: three(0, 0) }, given);
    expect(amountsOn(after, 9)).toEqual({ left: [0, 0], right: [100, 100], third: [100, 100] });
  });

  it('that only the later version plans', () => {
    const begins = { ...ahead, kind: 'exchange' as const, devices: three(100, 100) };
    const given = { ...facts, devices: [...facts.devices, third], versions: [first, begins] };
    const decision = { course: 'hold' as const, deviceIds: ['left'], perSession: null };
    const hold = amendedVersion(given, decision, { reasonCode: 'infection', reason: 'pus' }, NOW);
    if (!hold.ok) throw new Error(hold.reason.kind);
    const { facts: after } = amended('hold', hold.value, given);
    expect(amountsOn(after, 9)).toEqual({ left: [0, 0], right: [100, 100], third: [100, 100] });
  });
});

it('a version that is signed after another has begun begins no slot whose turn has passed by the clock of that one', () => {
  const early = { ...ahead, fromDay: FIRST_DAY, sessions: [6 * 60, 18 * 60] };
  const fast = { ...first, version: 3, fromDay: FIRST_DAY + 1, fromSlot: 1, recordedAt: at(1, 9) };
  const start = (hour: number, versions: ProtocolVersion[]) =>
    startWhenCosigned({ ...facts, versions }, fast, at(5, hour));
  expect(start(7, [first])).toEqual({ day: FIRST_DAY + 4, slot: 1 });
  expect(start(7, [first, early])).toEqual({ day: FIRST_DAY + 4, slot: 2 });
  expect(start(19, [first, early])).toEqual({ day: FIRST_DAY + 5, slot: 1 });
});
