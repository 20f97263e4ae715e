import { happenedAt, measuredSince } from '#lib/domain/deviation/event-time.ts';
import { nameOfSlot, type SlotRef } from '#lib/domain/deviation/flag.ts';
import { eventDevices, type Rule } from '#lib/domain/deviation/rule.ts';

export type SuddenEaseEvidence = {
  rule: 'sudden-ease';
  /** The first of them, and how many there are. */
  slot: SlotRef;
  turns: number;
};

/**
 * The tool suddenly turned with ease: it may slip, a footplate may be loose, so stop and call (clinical.md §4). Fires
 * at the first such turn and stands until the device is measured: further easy turns do not show that it holds.
 */
export const suddenEase: Rule<SuddenEaseEvidence> = (course) =>
  eventDevices(course).flatMap((deviceCourse) => {
    const eased = deviceCourse.entries.filter(
      (entry) =>
        entry.reports.some(({ resistance }) => resistance === 'sudden-ease') &&
        !measuredSince(course, deviceCourse, happenedAt(entry)),
    );
    const first = eased[0];
    if (!first) return [];
    const slot = { day: first.day, slot: first.slot };
    return {
      level: 'act-now' as const,
      extent: eased.length,
      counted: eased.map(nameOfSlot),
      deviceId: deviceCourse.device.id,
      onset: slot,
      evidence: { rule: 'sudden-ease' as const, slot, turns: eased.length },
    };
  });
