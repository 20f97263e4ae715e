import { describe, expect, it } from 'vitest';
import { versionInForce } from '#lib/domain/plan/planned-slots.ts';
import { FIRST_DAY, versionOf } from '#tests/factories/case-facts.ts';
import { ahead, amended, amountsOn, facts, first, NOW, plans } from '#tests/factories/later-version-case.ts';
import type { AmendmentKind } from './amendment.ts';
import { carriedWith } from './later-versions.ts';
import type { ProtocolVersion } from './version.ts';

describe('a hold of one device before a version that begins later', () => {
  const held = amended('hold', { devices: plans([0, 0], [100, 100]) });

  it('changes nothing for the others: what was signed for later begins when it was signed for', () => {
    expect(amountsOn(held.facts, 4)).toEqual({ left: [0, 0], right: [100, 100] });
    expect(amountsOn(held.facts, 7)).toEqual({ left: [0, 0], right: [100, 100] });
    expect(amountsOn(held.facts, 8)).toEqual({ left: [0, 0], right: [200, 200] });
  });

  it('is in force at once as a hold, with the later version carried on under a number of its own', () => {
    expect(held.judged).toMatchObject({ kind: 'in-force', problems: [] });
    const { fromDay, fromSlot } = ahead;
    expect(held.facts.versions.at(-1)).toMatchObject({
      ...{ version: 4, kind: 'hold', carries: 2, fromDay, fromSlot, authorId: 'nurse', recordedAt: NOW },
      ...{ cosignBy: null, unusual: ['outside-band'] },
    });
    const third = held.facts.versions.find(({ version }) => version === 3) ?? first;
    expect(carriedWith(held.facts.versions, third).map(({ version }) => version)).toEqual([4]);
  });

  it.each([
    [NOW, NOW - 1, NOW],
    [NOW, null, null],
    [null, NOW - 1, null],
  ])('was told to the family where they were told of both: %j and %j make %j', (toldAt, before, told) => {
    const given = { ...facts, versions: [first, { ...ahead, toldAt: before }] };
    const { facts: after } = amended(
      'hold',
      { devices: plans([0, 0], [100, 100]), toldAt, toldById: 'nurse' },
      given,
    );
    expect(after.versions.at(-1)).toMatchObject({ toldAt: told, toldById: told && 'nurse' });
  });

  it.each([
    ['before the later version begins', 6],
    ['after it has begun', 10],
  ])('resumed %s, leaves everything as it was signed', (_when, day) => {
    const from = { fromDay: FIRST_DAY + day, fromSlot: 1 };
    const right = day < 8 ? [100, 100] : [200, 200];
    const resumed = amended('resume', { ...from, devices: plans([100, 100], right) }, held.facts);
    expect(amountsOn(resumed.facts, day - 1).left).toEqual([0, 0]);
    for (const later of [day, 10, 12])
      expect(amountsOn(resumed.facts, later)).toEqual(amountsOn(facts, later));
  });

  it('resumed with less than before, is turned by no more than that later either', () => {
    const from = { fromDay: FIRST_DAY + 6, fromSlot: 1 };
    const resumed = amended('resume', { ...from, devices: plans([50, 50], [100, 100]) }, held.facts);
    expect(amountsOn(resumed.facts, 9)).toEqual({ left: [50, 50], right: [200, 200] });
  });
});

describe('a hold', () => {
  it('of everything holds what a later version would have begun too', () => {
    const third = versionOf({
      ...ahead,
      version: 3,
      fromDay: FIRST_DAY + 12,
      devices: plans([300, 300], [0, 0]),
    });
    const { facts: after } = amended(
      'hold',
      { devices: plans([0, 0], [0, 0]) },
      { ...facts, versions: [first, ahead, third] },
    );
    for (const day of [4, 9, 13]) expect(amountsOn(after, day)).toEqual({ left: [0, 0], right: [0, 0] });
    expect(after.versions.map(({ version, carries }) => [version, carries])).toEqual([
      [1, null],
      [2, null],
      [3, null],
      [4, null],
      [5, 2],
      [6, 3],
    ]);
  });

  it('of a device that rests and is to be turned again later holds it then too', () => {
    const rests = versionOf({
      ...ahead,
      version: 3,
      fromDay: FIRST_DAY + 1,
      devices: plans([0, 0], [100, 100]),
    });
    const again = versionOf({ ...ahead, version: 4, devices: plans([100, 100], [100, 100]) });
    const given = { ...facts, versions: [first, rests, again] };
    const { facts: after } = amended('hold', { devices: plans([0, 0], [100, 100]) }, given);
    expect(amountsOn(after, 9)).toEqual({ left: [0, 0], right: [100, 100] });
  });

  it('may not begin before anything is planned: what else the version plans would begin with it', () => {
    const early = { fromDay: FIRST_DAY - 1, devices: plans([0, 0], [100, 100]) };
    expect(() => amended('hold', early)).toThrow('nothing-planned-yet');
  });
});

describe('a change before a version that begins later', () => {
  it.each([
    ['changes what the later one leaves', plans([50, 50], [100, 100]), { left: [50, 50], right: [200, 200] }],
    [
      'asks less of what the later one changes',
      plans([100, 100], [50, 50]),
      { left: [100, 100], right: [50, 50] },
    ],
    ['asks more of it', plans([100, 100], [300, 300]), { left: [100, 100], right: [200, 200] }],
    ['gives the day another half', plans([100, 100], [0, 250]), { left: [100, 100], right: [0, 250] }],
  ])('%s: the smaller day of the two holds, as it was prescribed', (_what, devices, later) => {
    const { facts: after } = amended('change', { devices });
    expect(amountsOn(after, 9)).toEqual(later);
  });

  it('keeps targets, sessions and rules of each where only one of them changes them', () => {
    const { facts: after } = amended('change', {
      devices: plans([100, 100], [100, 100], 24_000),
      sessions: [9 * 60, 21 * 60],
      contactDays: 3,
    });
    expect(after.versions.at(-1)).toMatchObject({
      carries: 2,
      devices: plans([100, 100], [200, 200], 24_000),
      sessions: [9 * 60, 21 * 60],
      contactDays: 3,
    });
  });

  it('lets amounts that were signed beyond the band go on no longer and no further than they were signed for', () => {
    const [lastDay, fast] = [FIRST_DAY + 12, { ...ahead, devices: plans([100, 100], [300, 300]) }];
    const given = {
      ...facts,
      versions: [
        { ...first, lastDay },
        { ...fast, lastDay },
      ],
    };
    const { facts: after } = amended(
      'change',
      { devices: plans([100, 100], [100, 100], 24_000), lastDay: null },
      given,
    );
    expect(after.versions.at(-1)).toMatchObject({
      lastDay,
      devices: [plans([100, 100], [], 24_000)[0], plans([], [300, 300])[1]],
    });
  });

  it.each<[string, AmendmentKind, Partial<ProtocolVersion>]>([
    ['turns back', 'reverse', { devices: plans([-100, -100], [100, 100]), lastDay: FIRST_DAY + 4 }],
    ['ends the turning before', 'change', { lastDay: FIRST_DAY + 6 }],
  ])('that %s goes on in its place, and says so', (_what, kind, said) => {
    const { facts: after, judged } = amended(kind, said);
    expect(judged.later).toEqual([{ version: ahead, carried: null, exceeded: [] }]);
    expect(after.versions.map(({ version }) => version)).toEqual([1, 2, 3]);
    expect(versionInForce(after.versions, FIRST_DAY + 9, 1)?.version).toBe(3);
  });

  it('that begins where the later one does, or after it, changes that one and leaves nothing to carry on', () => {
    for (const fromDay of [FIRST_DAY + 8, FIRST_DAY + 10]) {
      expect(amended('change', { fromDay, contactDays: 2 }).judged.later).toEqual([]);
    }
  });
});
