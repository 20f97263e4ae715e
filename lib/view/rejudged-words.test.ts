import { expect, it } from 'vitest';
import { at, caseOf, deviceOf, versionOf } from '#tests/factories/case-facts.ts';
import { rejudgedWords } from './rejudged-words.ts';

it('sums up the past slots that a version begun days ago judges anew', () => {
  const devices = ['left', 'right'].map((id) => deviceOf({ id }));
  const plans = devices.map(({ id }) => ({ deviceId: id, perSession: [100, 100], targetUm: null }));
  const before = caseOf({ devices, versions: [] });
  const rejudged = rejudgedWords(before, { ...before, versions: [versionOf({ devices: plans })] }, at(12, 7));
  expect(rejudged?.summary).toBe('22 past slots from 05-Mar, 2 devices');
  expect(rejudged?.lines).toHaveLength(44);
  expect(rejudgedWords(before, before, at(12, 7))).toBeNull();
});
