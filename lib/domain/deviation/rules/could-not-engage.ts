import { happenedAt, measuredSince } from '#lib/domain/deviation/event-time.ts';
import { nameOfSlot, type SlotRef } from '#lib/domain/deviation/flag.ts';
import { eventDevices, isTurning, type Rule } from '#lib/domain/deviation/rule.ts';
import type { Course, DeviceCourse } from '#lib/domain/timeline/course.ts';
import type { SlotEntry } from '#lib/domain/timeline/slot-entry.ts';
import type { Centi } from '#lib/domain/units.ts';

export type CouldNotEngageEvidence = {
  rule: 'could-not-engage';
  slot: SlotRef;
  plannedCenti: Centi;
  reportedCenti: Centi | null;
};

/**
 * The tool did not engage: an arm may be bent or loose, or the travel at its end. A later full turn settles it; once
 * activation is over none is to come, and the X-ray that it prompts does (clinical.md §5).
 */
export const couldNotEngage: Rule<CouldNotEngageEvidence> = (course) =>
  eventDevices(course).flatMap((deviceCourse) => {
    const failures = lastUnsettled(course, deviceCourse);
    const entry = failures[0];
    if (!entry) return [];
    const slot = { day: entry.day, slot: entry.slot };
    return {
      level: 'act-now' as const,
      extent: failures.length,
      counted: failures.map(nameOfSlot),
      deviceId: deviceCourse.device.id,
      onset: slot,
      evidence: {
        rule: 'could-not-engage' as const,
        slot,
        plannedCenti: entry.plannedCenti,
        reportedCenti: entry.reportedCenti,
      },
    };
  });

/** The last run of failures that nothing has settled. */
function lastUnsettled(course: Course, deviceCourse: DeviceCourse): readonly SlotEntry[] {
  const failures: SlotEntry[] = [];
  for (const entry of deviceCourse.entries.toReversed()) {
    if (entry.status === 'could-not-engage') failures.unshift(entry);
    else if (isFullTurn(entry)) break;
  }
  const last = failures.at(-1);
  const isLookedAt = last && !isTurning(course) && measuredSince(course, deviceCourse, happenedAt(last));
  return isLookedAt ? [] : failures;
}

/** What is said to be partly done is more than nothing where nothing is planned, and no full turn. */
function isFullTurn({ status, planKind, reports }: SlotEntry): boolean {
  if (status !== 'done' && status !== 'extra') return false;
  return planKind !== 'none' || reports.every(({ outcome }) => outcome !== 'partial');
}
