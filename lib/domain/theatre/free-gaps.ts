import { dayOf, startOfDay } from '#lib/domain/case-day.ts';
import type { Day, Instant } from '#lib/domain/units.ts';
import { blockSpans, leaveSpan } from './block-spans.ts';
import type { BlockSpan, BusySpan, Schedule, Span } from './schedule.ts';
import { without } from './spans.ts';

/** A part of a block in which room and surgeon are free. The operation ends by `until`, the cleaning by `roomUntil`. */
export type FreeGap = BlockSpan & {
  /** When the next operation in this room begins; infinite: there is none. */
  roomUntil: Instant;
  /** Whether it begins where a block begins, or where an operation before it left the room. */
  begins: 'block' | 'after-case' | 'after-other';
  /** The local day on which it begins, and when that day ends. */
  startDay: Day;
  midnight: Instant;
};

/**
 * Where an operation could go, for any patient: the blocks less leave, less what room and surgeon do already. Looked
 * for once, then asked for each case.
 */
export function freeGaps(
  schedule: Schedule,
  busy: readonly BusySpan[],
  fromDay: Day,
  throughDay: Day,
): FreeGap[] {
  const ofRoom = groupBy(
    busy,
    ({ roomId }) => roomId,
    ({ from, roomUntil }) => ({ from, until: roomUntil }),
  );
  const ofSurgeon = groupBy(
    busy,
    ({ surgeonId }) => surgeonId,
    ({ from, until }) => ({ from, until }),
  );
  const away = groupBy(
    schedule.leave,
    ({ whoId }) => whoId,
    (leave) => leaveSpan(schedule.zone, leave),
  );
  return blockSpans(schedule, fromDay, throughDay).flatMap((span) => {
    const inRoom = ofRoom.get(span.roomId) ?? [];
    const taken = [...inRoom, ...(ofSurgeon.get(span.surgeonId) ?? []), ...(away.get(span.surgeonId) ?? [])];
    return without(span, taken).map((gap) => ({
      ...gap,
      ...dayAt(schedule.zone, gap.from),
      roomUntil: inRoom.reduce(
        (first, { from }) => (from >= gap.from ? Math.min(first, from) : first),
        Number.POSITIVE_INFINITY,
      ),
      begins:
        gap.from === span.from
          ? ('block' as const)
          : inRoom.some(({ until }) => until === gap.from)
            ? ('after-case' as const)
            : ('after-other' as const),
    }));
  });
}

function dayAt(zone: string, at: Instant): Pick<FreeGap, 'startDay' | 'midnight'> {
  const startDay = dayOf(zone, at);
  return { startDay, midnight: startOfDay(zone, startDay + 1) };
}

function groupBy<T>(
  list: readonly T[],
  keyOf: (one: T) => string,
  spanOf: (one: T) => Span,
): Map<string, Span[]> {
  const groups = new Map<string, Span[]>();
  for (const one of list) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(spanOf(one));
    else groups.set(key, [spanOf(one)]);
  }
  return groups;
}
