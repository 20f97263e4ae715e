import type { Instant } from '#lib/domain/units.ts';
import type { DeviceEvent } from './device-event.ts';

/** Whether the activation arm of a device is on. Unknown: nobody recorded that it has one. */
export type ArmState = { kind: 'on' | 'unknown' } | { kind: 'off'; at: Instant; reason: string | null };

/** The arm was placed with its device (`arm`: what it is) and is on until it is recorded as taken off. */
export function armState(
  { id, arm }: { id: string; arm: string | null },
  events: readonly DeviceEvent[],
): ArmState {
  const off = events.find(({ kind, deviceId }) => kind === 'arm-removed' && deviceId === id);
  if (off) return { kind: 'off', at: off.at, reason: off.reason };
  return { kind: arm === null ? 'unknown' : 'on' };
}
