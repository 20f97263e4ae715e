import type { Device } from '#lib/domain/device/device.ts';

type Named = Pick<Device, 'id' | 'label' | 'removedAt'>;

/** The label of a device; of one that was taken out for another of the same label, with that. */
export function deviceName({ id, label, removedAt }: Named, devices: readonly Named[]): string {
  const isShared = devices.some(
    (other) => other.id !== id && other.label.toLowerCase() === label.toLowerCase(),
  );
  return isShared && removedAt !== null ? `${label} (taken out)` : label;
}
