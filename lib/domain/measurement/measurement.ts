import type { Instant, Um } from '#lib/domain/units.ts';

export const MEASUREMENT_METHODS = ['xray', 'ct', 'ruler', 'tape'] as const;
export type MeasurementMethod = (typeof MEASUREMENT_METHODS)[number];

/**
 * `device-gap` is the opening of one device, `bone-gap` the distance of the bone edges at it: they can differ
 * (device 26 mm, bone 18 mm). `head-circumference` belongs to the case and has no device.
 */
export type MeasurementKind = 'device-gap' | 'bone-gap' | 'head-circumference';

export type Measurement = {
  id: string;
  kind: MeasurementKind;
  deviceId: string | null;
  takenAt: Instant;
  valueUm: Um;
  /** Half-width of the error bar; null: nobody stated one, and none is assumed. */
  uncertaintyUm: Um | null;
  method: MeasurementMethod;
  note: string | null;
  recordedAt: Instant;
};

/** A measurement as it was recorded, whether or not it still stands. */
export type MeasurementLine = Measurement & {
  recordedBy: string;
  correctsId: string | null;
  correctionReason: string | null;
  /** Withdrawn by this line: the corrected one never was. */
  retracted: boolean;
};
