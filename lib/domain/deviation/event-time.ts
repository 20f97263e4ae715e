import type { Course, DeviceCourse } from '#lib/domain/timeline/course.ts';
import type { SlotEntry } from '#lib/domain/timeline/slot-entry.ts';
import { HOUR_MS, type Instant } from '#lib/domain/units.ts';

/** When what was reported in a slot happened: the latest time given, else the slot's own. */
export function happenedAt(entry: SlotEntry): Instant {
  let latest: Instant | null = null;
  for (const { doneAt } of entry.reports) {
    if (doneAt !== null && (latest === null || doneAt > latest)) latest = doneAt;
  }
  return latest ?? entry.at;
}

/** Whether an event is recent enough to list: less than `tolerances.eventDays` × 24 h ago (clinic default 7). */
export function isRecent(course: Course, at: Instant): boolean {
  const days = course.inForce?.tolerances.eventDays ?? 0;
  return !course.reached(at + days * 24 * HOUR_MS);
}

/** Whether a clinician has looked at the device since: its opening was measured after the event. */
export function measuredSince(course: Course, { device }: DeviceCourse, at: Instant): boolean {
  return course.facts.measurements.some(
    (measurement) =>
      measurement.deviceId === device.id && measurement.takenAt > at && course.reached(measurement.takenAt),
  );
}
