import type { Device } from '#lib/domain/device/device.ts';

export const ARM_WORDS = { on: 'Arm on', off: 'Arm off', unknown: 'Not known' } as const;

type Hardware = {
  deviceId: string;
  model: string | null;
  lot: string | null;
  serial: string | null;
  arm: string | null;
  driver: string | null;
};
type Entry = { deviceId: string; arm: keyof typeof ARM_WORDS; staysIn: string | null };

/** One device on the hardware sheet: what theatre lays out for it. Null: nobody recorded it. */
export type HardwareRow = {
  deviceId: string;
  label: string;
  position: string;
  isInPlace: boolean;
  model: string | null;
  lot: string | null;
  driver: string | null;
  arm: string | null;
  armState: keyof typeof ARM_WORDS;
  staysIn: string | null;
};

export function hardwareRows(
  devices: readonly Device[],
  hardware: readonly Hardware[],
  entries: readonly Entry[],
): readonly HardwareRow[] {
  return devices.map(({ id, label, position, removedAt }) => {
    const known = hardware.find(({ deviceId }) => deviceId === id);
    const entry = entries.find(({ deviceId }) => deviceId === id);
    return {
      deviceId: id,
      label,
      position,
      isInPlace: removedAt === null,
      model: known?.model ?? null,
      lot: [known?.lot, known?.serial].filter(Boolean).join(', ') || null,
      driver: known?.driver ?? null,
      arm: known?.arm ?? null,
      armState: entry?.arm ?? 'unknown',
      staysIn: entry?.staysIn ?? null,
    };
  });
}
