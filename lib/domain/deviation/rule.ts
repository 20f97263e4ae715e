import type { Course, DeviceCourse } from '#lib/domain/timeline/course.ts';
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
  if (!isTurning(course)) return [];
  return course.devices.filter((device) => device.plannedDueUm !== null && isInPlace(course, device));
}
