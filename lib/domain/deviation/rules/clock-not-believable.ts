import { isRecent } from '#lib/domain/deviation/event-time.ts';
import type { Finding, SlotRef } from '#lib/domain/deviation/flag.ts';
import { type Rule, turnedDevices } from '#lib/domain/deviation/rule.ts';
import type { Course } from '#lib/domain/timeline/course.ts';
import type { SlotEntry } from '#lib/domain/timeline/slot-entry.ts';
import { HOUR_MS, type Instant } from '#lib/domain/units.ts';

export type ClockNotBelievableEvidence = {
  rule: 'clock-not-believable';
  slot: SlotRef;
  slotAt: Instant;
  doneAt: Instant;
};

/** Every session comes again after a day: a time that far off belongs to another day's session, not to this one. */
const ONE_DAY_MS = 24 * HOUR_MS;

/**
 * The time given for a turn cannot be that of its slot: a clock or a date is wrong, and intervals cannot be judged by
 * it. Fires at `|doneAt - slot| >= 24 h`; stands for `tolerances.eventDays` × 24 h, or until the report is corrected.
 */
export const clockNotBelievable: Rule<ClockNotBelievableEvidence> = (course) =>
  turnedDevices(course).flatMap(({ device, entries }) => {
    const found: Finding<ClockNotBelievableEvidence>[] = [];
    for (const entry of entries) {
      const doneAt = entry.version === null ? null : wrongTime(course, entry);
      if (doneAt === null) continue;
      const { day, slot, at } = entry;
      found.push({
        level: 'information',
        deviceId: device.id,
        onset: { day, slot },
        evidence: { rule: 'clock-not-believable', slot: { day, slot }, slotAt: at, doneAt },
      });
    }
    return found;
  });

/** The first time of late given for a turn of a slot that is far from the slot's; null: none is. */
function wrongTime(course: Course, entry: SlotEntry): Instant | null {
  for (const { doneAt, recordedAt } of entry.reports) {
    const isFar = doneAt !== null && Math.abs(doneAt - entry.at) >= ONE_DAY_MS;
    if (isFar && isRecent(course, entry, recordedAt)) return doneAt;
  }
  return null;
}
