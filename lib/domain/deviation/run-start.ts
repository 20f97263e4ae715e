import type { DeviceCourse } from '#lib/domain/timeline/course.ts';
import { isDue } from '#lib/domain/timeline/device-course.ts';
import { expansionUm, type Um } from '#lib/domain/units.ts';
import type { SlotRef } from './flag.ts';

/**
 * The first slot of the unbroken run, up to the last due slot, in which reported minus planned (µm) satisfies a
 * condition; null if the last due slot does not. Slots whose grace still runs are left out, as in the totals.
 */
export function runStart(course: DeviceCourse, holds: (deviationUm: Um) => boolean): SlotRef | null {
  let start: SlotRef | null = null;
  let plannedCenti = 0;
  let reportedCenti = 0;
  for (const entry of course.entries.filter(isDue)) {
    plannedCenti += entry.plannedCenti;
    reportedCenti += entry.reportedCenti ?? 0;
    const deviationUm = expansionUm(reportedCenti, course.device) - expansionUm(plannedCenti, course.device);
    if (!holds(deviationUm)) start = null;
    else start ??= { day: entry.day, slot: entry.slot };
  }
  return start;
}
