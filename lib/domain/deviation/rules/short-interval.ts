import { isRecent } from '#lib/domain/deviation/event-time.ts';
import type { SlotRef } from '#lib/domain/deviation/flag.ts';
import { type Rule, turningDevices } from '#lib/domain/deviation/rule.ts';
import type { TurnReport } from '#lib/domain/turn/report.ts';
import { type Instant, MINUTE_MS, type Minutes } from '#lib/domain/units.ts';

export type ShortIntervalEvidence = {
  rule: 'short-interval';
  slot: SlotRef;
  earlierAt: Instant;
  laterAt: Instant;
  intervalMin: Minutes;
  minIntervalMin: Minutes;
};

type TimedTurn = TurnReport & { doneAt: Instant };

/** Two turns of one device closer than the protocol's shortest interval: fires at `interval < minIntervalMin`. */
export const shortInterval: Rule<ShortIntervalEvidence> = (course) => {
  const minIntervalMin = course.inForce?.minIntervalMin;
  if (minIntervalMin === undefined) return [];
  return turningDevices(course).flatMap(({ device, entries }) => {
    const turns: TimedTurn[] = [];
    for (const entry of entries)
      for (const report of entry.reports) if (isTimedTurn(report)) turns.push(report);
    turns.sort((a, b) => a.doneAt - b.doneAt);
    return turns.flatMap((turn, index) => {
      const earlier = turns[index - 1];
      if (!earlier || turn.doneAt - earlier.doneAt >= minIntervalMin * MINUTE_MS) return [];
      if (!isRecent(course, turn.doneAt)) return [];
      const slot = { day: turn.day, slot: turn.slot };
      const intervalMin = Math.floor((turn.doneAt - earlier.doneAt) / MINUTE_MS);
      return {
        level: 'look-today' as const,
        deviceId: device.id,
        onset: slot,
        evidence: {
          rule: 'short-interval' as const,
          slot,
          earlierAt: earlier.doneAt,
          laterAt: turn.doneAt,
          intervalMin,
          minIntervalMin,
        },
      };
    });
  });
};

function isTimedTurn(report: TurnReport): report is TimedTurn {
  return report.doneAt !== null && report.actuationsCenti !== null && report.actuationsCenti > 0;
}
