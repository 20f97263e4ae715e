import { happenedAt, measuredSince } from '#lib/domain/deviation/event-time.ts';
import { nameOfSlot, type SlotRef } from '#lib/domain/deviation/flag.ts';
import { eventDevices, type Rule } from '#lib/domain/deviation/rule.ts';
import type { Course, DeviceCourse } from '#lib/domain/timeline/course.ts';
import type { SlotEntry } from '#lib/domain/timeline/slot-entry.ts';

export type StiffnessEvidence = {
  rule: 'stiffness';
  /** The first of them, and how many there are. */
  slot: SlotRef;
  turns: number;
};

/**
 * The tool turned stiffly: stop and call (clinical.md §4). Fires at the first stiff turn; a later turn of normal
 * resistance settles it, and so does a measurement. A turn of which nobody said how it felt does neither.
 */
export const stiffness: Rule<StiffnessEvidence> = (course) =>
  eventDevices(course).flatMap((deviceCourse) => {
    const stiff = unsettled(course, deviceCourse);
    const first = stiff[0];
    if (!first) return [];
    const slot = { day: first.day, slot: first.slot };
    return {
      level: 'act-now' as const,
      extent: stiff.length,
      counted: stiff.map(nameOfSlot),
      deviceId: deviceCourse.device.id,
      onset: slot,
      evidence: { rule: 'stiffness' as const, slot, turns: stiff.length },
    };
  });

function unsettled(course: Course, deviceCourse: DeviceCourse): readonly SlotEntry[] {
  const stiff: SlotEntry[] = [];
  for (const entry of deviceCourse.entries.toReversed()) {
    if (entry.reports.some(({ resistance }) => resistance === 'stiff')) stiff.unshift(entry);
    else if (entry.reports.some(({ resistance }) => resistance === 'normal')) break;
  }
  const last = stiff.at(-1);
  return last && measuredSince(course, deviceCourse, happenedAt(last)) ? [] : stiff;
}
