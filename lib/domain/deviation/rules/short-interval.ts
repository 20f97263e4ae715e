import { isRecent, versionOf } from '#lib/domain/deviation/event-time.ts';
import type { Finding, SlotRef } from '#lib/domain/deviation/flag.ts';
import { type Rule, turnedDevices } from '#lib/domain/deviation/rule.ts';
import { isToldTwice } from '#lib/domain/deviation/rules/possible-duplicate.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import type { SlotEntry } from '#lib/domain/timeline/slot-entry.ts';
import { type Instant, MINUTE_MS, type Minutes } from '#lib/domain/units.ts';

export type ShortIntervalEvidence = {
  rule: 'short-interval';
  slot: SlotRef;
  earlierAt: Instant;
  laterAt: Instant;
  intervalMin: Minutes;
  /** What was asked between these two. */
  minIntervalMin: Minutes;
};

type TimedTurn = { entry: SlotEntry; doneAt: Instant };

/**
 * Two turns of one device closer than the protocol's shortest interval: fires at `interval < minIntervalMin` of the version in
 * force in the slot of the later one. What two people may have told twice is a possible duplicate instead.
 */
export const shortInterval: Rule<ShortIntervalEvidence> = (course) =>
  turnedDevices(course).flatMap(({ device, entries }) => {
    const found: Finding<ShortIntervalEvidence>[] = [];
    let earlier: TimedTurn | null = null;
    for (const turn of timedTurns(entries)) {
      const minIntervalMin = earlier === null ? 0 : leastBetween(course.facts, earlier, turn);
      if (
        earlier !== null &&
        turn.doneAt - earlier.doneAt < minIntervalMin * MINUTE_MS &&
        isRecent(course, turn.entry, turn.doneAt)
      )
        found.push(findingOf(device.id, earlier, turn, minIntervalMin));
      earlier = turn;
    }
    return found;
  });

function timedTurns(entries: readonly SlotEntry[]): readonly TimedTurn[] {
  const turns: TimedTurn[] = [];
  let inOrder = true;
  for (const entry of entries) {
    for (const { doneAt, actuationsCenti } of entry.reports) {
      if (doneAt === null || actuationsCenti === null || actuationsCenti <= 0) continue;
      inOrder &&= doneAt >= (turns.at(-1)?.doneAt ?? doneAt);
      turns.push({ entry, doneAt });
    }
  }
  return inOrder ? turns : turns.sort((a, b) => a.doneAt - b.doneAt);
}

/**
 * The shortest interval asked between two turns, in minutes; 0: none. Never more than the plan itself puts between their
 * slots: on the night on which the clocks go forward they are an hour closer.
 */
function leastBetween(facts: CaseFacts, { entry: one }: TimedTurn, { entry: other }: TimedTurn): Minutes {
  if (one === other && isToldTwice(one)) return 0;
  const least = versionOf(facts, other)?.minIntervalMin ?? 0;
  if (one === other || !isAsked(one) || !isAsked(other)) return least;
  return Math.min(least, Math.abs(other.at - one.at) / MINUTE_MS);
}

function isAsked({ planKind }: SlotEntry): boolean {
  return planKind === 'turn' || planKind === 'complete';
}

function findingOf(
  deviceId: string,
  earlier: TimedTurn,
  { entry: { day, slot }, doneAt }: TimedTurn,
  minIntervalMin: Minutes,
): Finding<ShortIntervalEvidence> {
  return {
    level: 'look-today',
    deviceId,
    onset: { day, slot },
    evidence: {
      rule: 'short-interval',
      slot: { day, slot },
      earlierAt: earlier.doneAt,
      laterAt: doneAt,
      intervalMin: Math.floor((doneAt - earlier.doneAt) / MINUTE_MS),
      minIntervalMin,
    },
  };
}
