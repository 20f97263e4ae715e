import type { CaseFacts } from '#lib/domain/facts.ts';
import { baseVersion } from '#lib/domain/protocol/base-version.ts';
import type { ProtocolVersion } from '#lib/domain/protocol/version.ts';
import type { Course, DeviceCourse } from '#lib/domain/timeline/course.ts';
import type { SlotEntry } from '#lib/domain/timeline/slot-entry.ts';
import { HOUR_MS, type Instant } from '#lib/domain/units.ts';
import type { SlotRef } from './flag.ts';

/** When what was reported in a slot happened: the latest time given, else the slot's own. */
export function happenedAt(entry: SlotEntry): Instant {
  let latest: Instant | null = null;
  for (const { doneAt } of entry.reports) {
    if (doneAt !== null && (latest === null || doneAt > latest)) latest = doneAt;
  }
  return latest ?? entry.at;
}

/**
 * Whether an event of a slot is recent enough to list: less than `tolerances.eventDays` × 24 h ago (clinic default 7), by the
 * version in force in that slot.
 */
export function isRecent({ facts, reached }: Course, slot: SlotRef, at: Instant): boolean {
  const days = versionOf(facts, slot)?.tolerances.eventDays ?? 0;
  return !reached(at + days * 24 * HOUR_MS);
}

/**
 * The version that a slot is judged by: the one in force in it, whatever was written for later slots; before the first, that
 * one. Null without a protocol.
 */
export function versionOf(
  { versions }: Pick<CaseFacts, 'versions'>,
  { day, slot }: SlotRef,
): ProtocolVersion | null {
  return baseVersion(versions, { fromDay: day, fromSlot: slot });
}

/** Whether a clinician has looked at the device since: its opening was measured after the event. */
export function measuredSince(course: Course, { device }: DeviceCourse, at: Instant): boolean {
  return course.facts.measurements.some(
    (measurement) =>
      measurement.deviceId === device.id && measurement.takenAt > at && course.reached(measurement.takenAt),
  );
}
