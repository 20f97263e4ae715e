import type { DeviceCourse } from '#lib/domain/timeline/course.ts';
import { isDue } from '#lib/domain/timeline/device-course.ts';
import { expansionUm, type Um } from '#lib/domain/units.ts';
import type { SlotRef } from './flag.ts';

/**
 * The first slot of the unbroken run, up to the last due slot, in which reported minus planned (µm) satisfies a
 * condition; null if the last due slot does not.
 */
export function runStart(course: DeviceCourse, holds: (deviationUm: Um) => boolean): SlotRef | null {
  let start: SlotRef | null = null;
  for (let index = course.entries.length - 1; index >= 0; index--) {
    const entry = course.entries[index];
    if (!entry || !isDue(entry)) continue;
    const planned = expansionUm(entry.plannedTotalCenti, course.device);
    if (!holds(expansionUm(entry.reportedTotalCenti, course.device) - planned)) break;
    start = { day: entry.day, slot: entry.slot };
  }
  return start;
}
