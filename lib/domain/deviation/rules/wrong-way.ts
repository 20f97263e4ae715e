import { happenedAt, measuredSince } from '#lib/domain/deviation/event-time.ts';
import type { SlotRef } from '#lib/domain/deviation/flag.ts';
import { eventDevices, type Rule } from '#lib/domain/deviation/rule.ts';
import type { Centi } from '#lib/domain/units.ts';

export type WrongWayEvidence = {
  rule: 'wrong-way';
  slot: SlotRef;
  plannedCenti: Centi;
  /** Net of the slot; null when the amount was not given. */
  reportedCenti: Centi | null;
};

/**
 * Turned against its direction: progress is lost (clinical.md §4), in consolidation as in activation, planned or not. Stands until
 * the device is measured, or the report is corrected.
 */
export const wrongWay: Rule<WrongWayEvidence> = (course) =>
  eventDevices(course).flatMap((deviceCourse) =>
    deviceCourse.entries
      .filter(
        (entry) => entry.status === 'wrong-way' && !measuredSince(course, deviceCourse, happenedAt(entry)),
      )
      .map((entry) => {
        const slot = { day: entry.day, slot: entry.slot };
        return {
          level: 'act-now' as const,
          deviceId: deviceCourse.device.id,
          onset: slot,
          evidence: {
            rule: 'wrong-way' as const,
            slot,
            plannedCenti: entry.plannedCenti,
            reportedCenti: entry.reportedCenti,
          },
        };
      }),
  );
