import { nameOfSlot, type SlotRef } from '#lib/domain/deviation/flag.ts';
import { type Rule, turningDevices } from '#lib/domain/deviation/rule.ts';
import type { DeviceCourse } from '#lib/domain/timeline/course.ts';
import type { SlotEntry } from '#lib/domain/timeline/slot-entry.ts';
import type { Centi } from '#lib/domain/units.ts';

export type CouldNotEngageEvidence = {
  rule: 'could-not-engage';
  slot: SlotRef;
  plannedCenti: Centi;
  reportedCenti: Centi | null;
};

/** The tool did not engage: an arm may be bent or loose, or the travel at its end. A later full turn settles it. */
export const couldNotEngage: Rule<CouldNotEngageEvidence> = (course) =>
  turningDevices(course).flatMap((deviceCourse) => {
    const failures = lastUnsettled(deviceCourse);
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

/** The last run of failures that no later full turn has settled. */
function lastUnsettled({ entries }: DeviceCourse): readonly SlotEntry[] {
  const failures: SlotEntry[] = [];
  for (let index = entries.length - 1; index >= 0; index--) {
    const entry = entries[index];
    if (!entry) continue;
    if (entry.status === 'could-not-engage') failures.unshift(entry);
    else if (entry.status === 'done' || entry.status === 'extra') break;
  }
  return failures;
}
