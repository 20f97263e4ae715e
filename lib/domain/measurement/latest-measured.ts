import { expectedOpeningUm } from '#lib/domain/device/opening.ts';
import type { Measurement } from '#lib/domain/measurement/measurement.ts';
import type { Tolerances } from '#lib/domain/protocol/version.ts';
import type { Course, DeviceCourse } from '#lib/domain/timeline/course.ts';
import type { Instant, Um } from '#lib/domain/units.ts';

/** A reading of a device, and the opening that the reports lead one to expect at that moment. */
export type MeasuredOpening = {
  id: string;
  kind: 'device-gap' | 'bone-gap';
  valueUm: Um;
  uncertaintyUm: Um | null;
  takenAt: Instant;
  /** The opening at placement, or of the latest base before, and the turns reported as done by then. */
  expectedUm: Um;
  /** The same with the turns that nobody is sure of at their least and at their most. */
  expectedAtLeastUm: Um;
  expectedAtMostUm: Um;
};

/** The latest reading of one kind of one device; null if there is none. */
export function latestMeasured(
  course: Course,
  deviceCourse: DeviceCourse,
  kind: MeasuredOpening['kind'],
): MeasuredOpening | null {
  let latest: Measurement | null = null;
  for (const measurement of course.facts.measurements) {
    if (
      measurement.deviceId !== deviceCourse.device.id ||
      measurement.kind !== kind ||
      !course.reached(measurement.takenAt)
    )
      continue;
    const isLater = latest === null || byTaking(latest, measurement) < 0;
    if (isLater) latest = measurement;
  }
  if (latest === null) return null;
  const { id, valueUm, uncertaintyUm, takenAt } = latest;
  const expectedUm = expectedOpeningUm(deviceCourse, takenAt);
  const isSure = deviceCourse.notSureSlots === 0;
  return {
    id,
    kind,
    valueUm,
    uncertaintyUm,
    takenAt,
    expectedUm,
    expectedAtLeastUm: isSure ? expectedUm : expectedOpeningUm(deviceCourse, takenAt, 'least'),
    expectedAtMostUm: isSure ? expectedUm : expectedOpeningUm(deviceCourse, takenAt, 'most'),
  };
}

/** How far a reading may be from that: the larger of the clinic's distance and its share of the expected opening. */
export function measuredToleranceUm(
  { measuredUm, measuredPermille }: Pick<Tolerances, 'measuredUm' | 'measuredPermille'>,
  expectedUm: Um,
): Um {
  return Math.max(measuredUm, Math.round((Math.abs(expectedUm) * measuredPermille) / 1000));
}

/** By when it was taken, then by when it was recorded; the id decides between two of one moment. */
function byTaking(a: Measurement, b: Measurement): number {
  return a.takenAt - b.takenAt || a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1);
}
