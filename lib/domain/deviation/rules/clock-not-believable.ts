import { isRecent } from '#lib/domain/deviation/event-time.ts';
import type { SlotRef } from '#lib/domain/deviation/flag.ts';
import { type Rule, turningDevices } from '#lib/domain/deviation/rule.ts';
import type { TurnReport } from '#lib/domain/turn/report.ts';
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
  turningDevices(course).flatMap(({ device, entries }) =>
    entries
      .filter(({ version }) => version !== null)
      .flatMap(({ day, slot, at, reports }) => {
        const wrong = reports.find((report) => isFarFrom(at, report) && isRecent(course, report.recordedAt));
        if (!wrong || wrong.doneAt === null) return [];
        return {
          level: 'information' as const,
          deviceId: device.id,
          onset: { day, slot },
          evidence: {
            rule: 'clock-not-believable' as const,
            slot: { day, slot },
            slotAt: at,
            doneAt: wrong.doneAt,
          },
        };
      }),
  );

function isFarFrom(at: Instant, { doneAt }: TurnReport): boolean {
  return doneAt !== null && Math.abs(doneAt - at) >= ONE_DAY_MS;
}
