import type { CaseFacts } from '#lib/domain/facts.ts';
import { baseVersion } from '#lib/domain/protocol/base-version.ts';
import type { Device } from './device.ts';

/**
 * Under which name the devices of one place count together: a device with those that were exchanged for it, one after
 * another. The one placed instead bears the label of the one taken out, or the same position; where an exchange has one of
 * each left, they are a pair whatever they are called.
 */
export function placeNames({
  devices,
  versions,
}: Pick<CaseFacts, 'devices' | 'versions'>): ReadonlyMap<string, string> {
  const names = new Map(devices.map(({ id, label }) => [id, label.toLowerCase()]));
  const joined = (one: Device, other: Device) => {
    const [from, to] = [names.get(other.id), names.get(one.id) ?? ''];
    for (const [id, name] of names) if (name === from) names.set(id, to);
  };
  for (const version of [...versions].sort((a, b) => a.version - b.version)) {
    const base = baseVersion(
      versions.filter((other) => other.version < version.version),
      version,
    );
    const isPlanned = (by: typeof version | null) => (device: Device) =>
      by?.devices.some(({ deviceId }) => deviceId === device.id) ?? false;
    const [was, is] = [devices.filter(isPlanned(base)), devices.filter(isPlanned(version))];
    let out = was.filter((device) => device.removedAt !== null && !is.includes(device));
    let placed = is.filter((device) => base !== null && !was.includes(device));
    const pair = (isSame: (one: Device, other: Device) => boolean) => {
      for (const other of placed) {
        const one = out.find((device) => isSame(device, other));
        if (!one) continue;
        joined(one, other);
        out = out.filter((device) => device !== one);
        placed = placed.filter((device) => device !== other);
      }
    };
    pair((one, other) => names.get(one.id) === names.get(other.id));
    pair((one, other) => one.position !== '' && one.position.toLowerCase() === other.position.toLowerCase());
    if (out.length === 1 && placed.length === 1) pair(() => true);
  }
  return names;
}
