import { expect, it } from 'vitest';
import { at, caseOf, deviceOf, versionOf } from '#tests/factories/case-facts.ts';
import type { Device } from './device.ts';
import { placeNames } from './same-place.ts';

const out = (id: string, given: Partial<Device> = {}) => deviceOf({ id, removedAt: at(5, 9), ...given });
const placed = (id: string, given: Partial<Device> = {}) => deviceOf({ id, placedAt: at(5, 9), ...given });

/** The devices that count together, after the first version was exchanged for the second. */
function together(devices: readonly Device[]) {
  const plans = (some: readonly Device[]) =>
    some.map(({ id }) => ({ deviceId: id, perSession: [100, 100], targetUm: null }));
  const first = versionOf({ devices: plans(devices.filter(({ placedAt }) => placedAt < at(5, 9))) });
  const second = versionOf({
    version: 2,
    kind: 'exchange',
    fromDay: first.fromDay + 5,
    devices: plans(devices.filter(({ removedAt }) => removedAt === null)),
  });
  const names = placeNames(caseOf({ devices: [...devices], versions: [first, second] }));
  const groups = new Map<string | undefined, string[]>();
  for (const { id } of devices) groups.set(names.get(id), [...(groups.get(names.get(id)) ?? []), id]);
  return [...groups.values()].filter((ids) => ids.length > 1);
}

it.each<[string, Device[], string[][]]>([
  [
    'the same label',
    [out('a', { label: 'Left' }), deviceOf({ id: 'b' }), placed('c', { label: 'LEFT' })],
    [['a', 'c']],
  ],
  [
    'another label, as the only one exchanged',
    [out('a'), deviceOf({ id: 'b' }), placed('a new')],
    [['a', 'a new']],
  ],
  [
    'other labels at the same positions',
    [
      out('a', { position: 'Parietal left' }),
      out('b', { position: 'Parietal right' }),
      placed('r2', { position: 'parietal right' }),
      placed('l2', { position: 'parietal left' }),
    ],
    [
      ['a', 'l2'],
      ['b', 'r2'],
    ],
  ],
  [
    'one by its label, the other as the one that is left',
    [out('a'), out('b'), placed('a2', { label: 'a' }), placed('x')],
    [
      ['a', 'a2'],
      ['b', 'x'],
    ],
  ],
  ['one taken out and none instead', [out('a'), deviceOf({ id: 'b' })], []],
  ['one more, and none taken out', [deviceOf({ id: 'a' }), placed('b')], []],
])('counts together %s', (_what, devices, groups) => {
  expect(together(devices)).toEqual(groups);
});
