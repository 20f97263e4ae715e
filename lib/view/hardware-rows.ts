import { type ArmState, armState } from '#lib/domain/device/arm-state.ts';
import type { Device } from '#lib/domain/device/device.ts';
import type { DeviceEvent } from '#lib/domain/device/device-event.ts';
import { formatInstant } from './format-date.ts';

const ARM_WORDS: Record<ArmState['kind'], string | null> = { on: 'On', off: 'Off', unknown: null };

type Hardware = {
  deviceId: string;
  model: string | null;
  lot: string | null;
  serial: string | null;
  arm: string | null;
  driver: string | null;
};

/** One device on the hardware sheet: what theatre lays out for it. Null: nobody recorded it. */
export type HardwareRow = {
  deviceId: string;
  label: string;
  position: string;
  isInPlace: boolean;
  model: string | null;
  lot: string | null;
  driver: string | null;
  /** Which arm it has. */
  arm: string | null;
  /** Whether the arm is on, as the device itself says. */
  armWords: string | null;
  /** Since when it is off, and why. */
  armNote: string | null;
  isArmOn: boolean;
  staysIn: string | null;
};

/** The devices of a case; `staysIn`: what the sheet says of each beside what is known of the device itself. */
export function hardwareRows(
  { devices, events, zone }: { devices: readonly Device[]; events: readonly DeviceEvent[]; zone: string },
  hardware: readonly Hardware[],
  entries: readonly { deviceId: string; staysIn: string | null }[],
): readonly HardwareRow[] {
  return devices.map(({ id, label, position, removedAt }) => {
    const known = hardware.find(({ deviceId }) => deviceId === id);
    const arm = known?.arm ?? null;
    const state = armState({ id, arm }, events);
    return {
      deviceId: id,
      label,
      position,
      isInPlace: removedAt === null,
      model: known?.model ?? null,
      lot: [known?.lot, known?.serial].filter(Boolean).join(', ') || null,
      driver: known?.driver ?? null,
      arm,
      armWords: ARM_WORDS[state.kind],
      armNote:
        state.kind === 'off'
          ? [`since ${formatInstant(state.at, zone)}`, state.reason].filter(Boolean).join(': ')
          : null,
      isArmOn: state.kind !== 'off' && removedAt === null,
      staysIn: entries.find(({ deviceId }) => deviceId === id)?.staysIn ?? null,
    };
  });
}
