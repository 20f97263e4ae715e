import { expect, it } from 'vitest';
import { at, caseOf, deviceOf, versionOf } from '#tests/factories/case-facts.ts';
import { amendedVersion, type TurnDecision } from './amended-version.ts';

const facts = caseOf({
  devices: [deviceOf(), deviceOf({ id: 'right' }), deviceOf({ id: 'held' })],
  versions: [
    versionOf({
      devices: [
        { deviceId: 'left', perSession: [100, 100], targetUm: null },
        { deviceId: 'right', perSession: [50, 100], targetUm: null },
        { deviceId: 'held', perSession: [0, 0], targetUm: null },
      ],
    }),
  ],
});

const amended = (decision: Partial<TurnDecision>) => {
  const whole = { course: 'slow', deviceIds: [], perSession: 50, ...decision } as const;
  return amendedVersion(facts, whole, { reasonCode: 'pain', reason: 'tight' }, at(3, 9));
};

const amounts = (decision: Partial<TurnDecision>) => {
  const next = amended(decision);
  return next.ok ? next.value.devices.map(({ perSession }) => perSession) : next.reason.kind;
};

it('slows what is turned faster, and leaves what is slow already or held', () => {
  expect(amounts({})).toEqual([
    [50, 50],
    [50, 50],
    [0, 0],
  ]);
});

it.each([
  ['no device would be slower', { deviceIds: ['held'] }, 'not-slower'],
  ['it is as much as planned', { deviceIds: ['left'], perSession: 100 }, 'not-slower'],
  ['it is nothing, which is a hold', { perSession: 0 }, 'not-slower'],
  ['no amount is said', { perSession: null }, 'amount-missing'],
  ['a device is not planned', { deviceIds: ['third'] }, 'device-not-planned'],
] as const)('is refused where %s', (_what, decision, reason) => {
  expect(amounts(decision)).toBe(reason);
});

it('holds one device alone from the next session on', () => {
  expect(amounts({ course: 'hold', deviceIds: ['left'], perSession: null })).toEqual([
    [0, 0],
    [50, 100],
    [0, 0],
  ]);
  expect(amended({})).toMatchObject({ value: { kind: 'change', fromSlot: 2, reasonCode: 'pain' } });
});
