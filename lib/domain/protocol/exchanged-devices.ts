import type { Device } from '#lib/domain/device/device.ts';
import type { ProtocolVersion } from './version.ts';

/** What the hardware and a version of the protocol say otherwise: devices taken out that it plans, and new ones that it does not. */
export type ExchangedDevices = { out: readonly Device[]; placed: readonly Device[] };

/** The devices in which a version and the hardware on record differ; an exchange has one of each kind at least. */
export function exchangedDevices(
  version: Pick<ProtocolVersion, 'devices'> | null,
  devices: readonly Device[],
): ExchangedDevices {
  const isPlanned = ({ id }: Device) => version?.devices.some(({ deviceId }) => deviceId === id) ?? false;
  return {
    out: devices.filter((device) => device.removedAt !== null && isPlanned(device)),
    placed: devices.filter((device) => device.removedAt === null && !isPlanned(device)),
  };
}
