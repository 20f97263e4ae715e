import type { Day } from '#lib/domain/units.ts';
import type { Device, MriStatus } from './device.ts';

/** A device with everything that its label and its instructions say. `version` counts the changes. */
export type PlacedDevice = Device & {
  /** UDI device identifier. */
  udi: string | null;
  expiresDay: Day | null;
  mriStatus: MriStatus;
  mriReference: string | null;
  arm: string | null;
  driver: string | null;
  version: number;
};
