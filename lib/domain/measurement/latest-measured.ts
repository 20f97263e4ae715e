import type { Measurement } from '#lib/domain/measurement/measurement.ts';
import type { Course, DeviceCourse } from '#lib/domain/timeline/course.ts';
import { expansionUm, type Instant, type Um } from '#lib/domain/units.ts';

/** A reading of a device, and the opening that the reports lead one to expect at that moment. */
export type MeasuredOpening = {
  kind: 'device-gap' | 'bone-gap';
  valueUm: Um;
  uncertaintyUm: Um | null;
  takenAt: Instant;
  /** Initial opening and the turns reported as done by then. */
  expectedUm: Um;
};

/** The latest reading of one kind of one device; null if there is none. */
export function latestMeasured(
  course: Course,
  { device, entries }: DeviceCourse,
  kind: MeasuredOpening['kind'],
): MeasuredOpening | null {
  let latest: Measurement | null = null;
  for (const measurement of course.facts.measurements) {
    if (
      measurement.deviceId !== device.id ||
      measurement.kind !== kind ||
      !course.reached(measurement.takenAt)
    )
      continue;
    const isLater = latest === null || byTaking(latest, measurement) < 0;
    if (isLater) latest = measurement;
  }
  if (latest === null) return null;
  let centi = 0;
  for (const entry of entries) {
    for (const report of entry.reports) {
      if ((report.doneAt ?? entry.at) <= latest.takenAt) centi += report.actuationsCenti ?? 0;
    }
  }
  const { valueUm, uncertaintyUm, takenAt } = latest;
  return {
    kind,
    valueUm,
    uncertaintyUm,
    takenAt,
    expectedUm: device.initialOpeningUm + expansionUm(centi, device),
  };
}

/** By when it was taken, then by when it was recorded; the id decides between two of one moment. */
function byTaking(a: Measurement, b: Measurement): number {
  return a.takenAt - b.takenAt || a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1);
}
