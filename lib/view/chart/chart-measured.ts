import type { Device } from '#lib/domain/device/device.ts';
import type { Measurement } from '#lib/domain/measurement/measurement.ts';
import type { Um } from '#lib/domain/units.ts';
import { formatMm } from '#lib/view/format-amount.ts';
import { localX, pathY, percentX, type TimeSpan, type YScale } from './chart-scale.ts';

/** A measurement of one device, drawn as expansion since placement. */
export type MeasuredPoint = {
  kind: 'device-gap' | 'bone-gap';
  x: number;
  y: number;
  /** Ends of the error bar; null when nobody stated an uncertainty: none is drawn. */
  bar: { high: number; low: number } | null;
};

export type GapMeasurement = Measurement & { kind: 'device-gap' | 'bone-gap' };

/** The measurements of one device's distance, in order of time. */
export function gapMeasurements(
  measurements: readonly Measurement[],
  deviceId: string,
): readonly GapMeasurement[] {
  return measurements
    .filter((one): one is GapMeasurement => one.kind !== 'head-circumference' && one.deviceId === deviceId)
    .sort((a, b) => a.takenAt - b.takenAt);
}

/** A reading less what the device was open at placement: what its reported turns are compared with. */
export function measuredExpansionUm(measurement: GapMeasurement, device: Device): Um {
  return measurement.valueUm - device.initialOpeningUm;
}

/** `±1.0 mm`, or that nobody stated it. */
export function uncertaintyWords({ uncertaintyUm }: Measurement): string {
  return uncertaintyUm === null ? 'uncertainty not stated' : `±${formatMm(uncertaintyUm)}`;
}

/** The points of one device within the drawn time. */
export function measuredPoints(
  measurements: readonly GapMeasurement[],
  device: Device,
  zone: string,
  span: TimeSpan,
  scale: YScale,
): readonly MeasuredPoint[] {
  const points: MeasuredPoint[] = [];
  for (const measurement of measurements) {
    const x = localX(zone, measurement.takenAt);
    if (x < span.from || x > span.to) continue;
    const um = measuredExpansionUm(measurement, device);
    const half = measurement.uncertaintyUm;
    const bar = half === null ? null : { high: pathY(scale, um + half), low: pathY(scale, um - half) };
    points.push({ kind: measurement.kind, x: percentX(span, x), y: pathY(scale, um), bar });
  }
  return points;
}
