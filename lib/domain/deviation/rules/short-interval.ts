import { isRecent } from '#lib/domain/deviation/event-time.ts';
import type { Finding, SlotRef } from '#lib/domain/deviation/flag.ts';
import { type Rule, turningDevices } from '#lib/domain/deviation/rule.ts';
import type { Course } from '#lib/domain/timeline/course.ts';
import type { SlotEntry } from '#lib/domain/timeline/slot-entry.ts';
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
    const found: Finding<ShortIntervalEvidence>[] = [];
    let earlier: TimedTurn | null = null;
    for (const turn of timedTurns(entries)) {
      if (earlier !== null && isTooSoon(course, earlier, turn, minIntervalMin))
        found.push(findingOf(device.id, earlier, turn, minIntervalMin));
      earlier = turn;
    }
    return found;
  });
};

function timedTurns(entries: readonly SlotEntry[]): readonly TimedTurn[] {
  const turns: TimedTurn[] = [];
  let inOrder = true;
  for (const { reports } of entries) {
    for (const report of reports) {
      if (!isTimedTurn(report)) continue;
      inOrder &&= report.doneAt >= (turns.at(-1)?.doneAt ?? report.doneAt);
      turns.push(report);
    }
  }
  return inOrder ? turns : turns.sort((a, b) => a.doneAt - b.doneAt);
}

function isTooSoon(course: Course, earlier: TimedTurn, turn: TimedTurn, minIntervalMin: Minutes): boolean {
  return turn.doneAt - earlier.doneAt < minIntervalMin * MINUTE_MS && isRecent(course, turn.doneAt);
}

function findingOf(
  deviceId: string,
  earlier: TimedTurn,
  { day, slot, doneAt }: TimedTurn,
  minIntervalMin: Minutes,
): Finding<ShortIntervalEvidence> {
  const intervalMin = Math.floor((doneAt - earlier.doneAt) / MINUTE_MS);
  return {
    level: 'look-today',
    deviceId,
    onset: { day, slot },
    evidence: {
      rule: 'short-interval',
      slot: { day, slot },
      earlierAt: earlier.doneAt,
      laterAt: doneAt,
      intervalMin,
      minIntervalMin,
    },
  };
}

function isTimedTurn(report: TurnReport): report is TimedTurn {
  return report.doneAt !== null && report.actuationsCenti !== null && report.actuationsCenti > 0;
}
