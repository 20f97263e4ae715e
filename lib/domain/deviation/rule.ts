import type { Course, DeviceCourse } from '#lib/domain/timeline/course.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { Finding } from './flag.ts';

/** A rule reads the course of a case and says what it found, with its evidence. It throws at no facts. */
export type Rule<Evidence> = (course: Course) => readonly Finding<Evidence>[];

/** Whether turning is still going on by the record: latency and activation, not consolidation or later. */
export function isTurning(course: Course): boolean {
  return course.phase.kind === 'latency' || course.phase.kind === 'activation';
}

/** Whether a device has not been taken out. */
export function isInPlace(course: Course, { device }: DeviceCourse): boolean {
  return device.removedAt === null || !course.reached(device.removedAt);
}

/** The devices on which a deviation from the plan can be judged now: in place, planned, and still being turned. */
export function turningDevices(course: Course): readonly DeviceCourse[] {
  return turnedDevices(course).filter((device) => device.plannedDueUm !== null);
}

/** The devices on which a turn is judged by itself, planned or not: in place, and still being turned. */
export function turnedDevices(course: Course): readonly DeviceCourse[] {
  return isTurning(course) ? course.devices.filter((device) => isInPlace(course, device)) : [];
}

/**
 * The devices on which an event is judged: in place, whatever is planned of them, each with the slots that count. These are
 * all until activation is over; then those told of since, for of the others the clinician who ended it knew.
 */
export function eventDevices(course: Course): readonly DeviceCourse[] {
  const devices = course.devices.filter((device) => isInPlace(course, device));
  const knownUntil = endRecordedAt(course);
  if (knownUntil === null) return devices;
  return devices.map((device) => ({
    ...device,
    entries: device.entries.filter(({ reports }) =>
      reports.some(({ recordedAt }) => recordedAt > knownUntil),
    ),
  }));
}

/** When it was recorded that activation is over; null: it goes on. */
function endRecordedAt({ facts, phase }: Course): Instant | null {
  const endedAt = phase.activationEndedAt ?? phase.consolidationStartedAt;
  if (endedAt === null) return null;
  return facts.events.reduce(
    (last, { at, recordedAt }) => (at === endedAt ? Math.max(last, recordedAt) : last),
    Number.NEGATIVE_INFINITY,
  );
}

/** Whether the version in force asks nothing of a device while turning is not over. */
export function isOnHold(course: Course, { plan }: DeviceCourse): boolean {
  return isTurning(course) && (plan?.perSession.every((centi) => centi === 0) ?? false);
}
