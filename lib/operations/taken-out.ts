import 'server-only';
import { setRemoval } from '#lib/data/devices.ts';
import type { Statement } from '#lib/data/statement.ts';
import type { Device } from '#lib/domain/device/device.ts';
import type { Instant } from '#lib/domain/units.ts';

/** What an operation took out; `back`: what the one that it corrects did, which is in place again unless this took it out, too. */
type Taken = {
  caseId: string;
  operationId: string;
  removedDeviceIds: readonly string[];
  back: readonly string[];
  removedAt: Instant;
};

/** The devices of a case as an operation leaves them that took some out. */
export function takenOut(
  devices: readonly Device[],
  { caseId, operationId, removedDeviceIds, back, removedAt }: Taken,
): { statements: Statement[]; devices: readonly Device[] } {
  return {
    statements: [
      ...(back.length > 0 ? [setRemoval(caseId, back, null)] : []),
      ...(removedDeviceIds.length > 0
        ? [setRemoval(caseId, removedDeviceIds, { operationId, removedAt })]
        : []),
    ],
    devices: devices.map((device) => {
      if (removedDeviceIds.includes(device.id)) return { ...device, removedAt };
      return back.includes(device.id) ? { ...device, removedAt: null } : device;
    }),
  };
}
