import { expect, it } from 'vitest';
import type { DeviceEvent } from '#lib/domain/device/device-event.ts';
import { at, caseOf } from '#tests/factories/case-facts.ts';
import { hardwareRows } from './hardware-rows.ts';

it('has one source for the arm: the device that it was placed with, and the entry that it was taken off', () => {
  const { devices, zone } = caseOf();
  const [first, second] = devices;
  const known = { model: null, lot: null, serial: null, driver: null };
  const hardware = [{ ...known, deviceId: first?.id ?? '', arm: 'flexible 40 mm' }];
  const off: DeviceEvent = {
    ...{ id: 'off', kind: 'arm-removed', deviceId: first?.id ?? '' },
    ...{ at: at(3, 9), reason: 'broken', recordedAt: at(3, 10) },
  };
  const armsOf = (events: readonly DeviceEvent[]) =>
    hardwareRows({ devices, events, zone }, hardware, []).map(({ armWords, armNote, isArmOn }) => [
      armWords,
      armNote,
      isArmOn,
    ]);
  expect(armsOf([])[0]).toEqual(['On', null, true]);
  expect(armsOf([off])[0]).toEqual(['Off', expect.stringMatching(/^since .*: broken$/), false]);
  // Nobody recorded which arm the second has: that is not known, neither on nor off.
  if (second) expect(armsOf([off])[1]).toEqual([null, null, true]);
});
