import { expect, it } from 'vitest';
import { assess } from '#lib/domain/assess.ts';
import { at, caseOf, deviceOf, versionOf } from '#tests/factories/case-facts.ts';

const devices = ['left', 'right'].map((id) => deviceOf({ id, label: id }));
const holdWhere = (right: readonly number[], given: Partial<Parameters<typeof caseOf>[0]> = {}) => {
  const plans = [
    { deviceId: 'left', perSession: [100, 100], targetUm: null },
    { deviceId: 'right', perSession: right, targetUm: null },
  ];
  const facts = caseOf({ devices, versions: [versionOf({ devices: plans })], ...given });
  return assess(facts, at(2, 10)).removal?.criteria.find(({ kind }) => kind === 'hold');
};

it('names the device that is on hold while the others turn', () => {
  expect(holdWhere([100, 100])).toEqual({ kind: 'hold', state: 'met', held: [] });
  expect(holdWhere([0, 0])).toEqual({ kind: 'hold', state: 'not-met', held: ['right'] });
});

it('holds nothing that was taken out, and knows nothing without a protocol', () => {
  const out = [deviceOf({ id: 'left', label: 'left' }), deviceOf({ id: 'right', removedAt: at(1, 12) })];
  expect(holdWhere([0, 0], { devices: out })).toEqual({ kind: 'hold', state: 'met', held: [] });
  expect(holdWhere([0, 0], { versions: [] })).toEqual({ kind: 'hold', state: 'not-assessable', held: [] });
});
