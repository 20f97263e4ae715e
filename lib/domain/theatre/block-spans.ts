import { instantAt, startOfDay } from '#lib/domain/case-day.ts';
import type { Day, Instant, Minutes } from '#lib/domain/units.ts';
import {
  type Block,
  type BlockException,
  type BlockSpan,
  type Leave,
  type Room,
  type Schedule,
  type Span,
  weekdayOf,
} from './schedule.ts';
import { common } from './spans.ts';

const DAY_MIN = 1440;

/** The instant of a minute counted from the start of a local day: past 1440 it is on the next. */
function minuteOf(zone: string, day: Day, minute: Minutes): Instant {
  return instantAt(zone, day + Math.floor(minute / DAY_MIN), minute % DAY_MIN);
}

/** When a room is open on the days asked for, the day before included where it is open past midnight. */
export function openSpans(zone: string, room: Room, fromDay: Day, throughDay: Day): Span[] {
  const spans: Span[] = [];
  for (let day = fromDay - 1; day <= throughDay; day++) {
    if (!room.weekdays.includes(weekdayOf(day))) continue;
    spans.push({ from: minuteOf(zone, day, room.opensMin), until: minuteOf(zone, day, room.closesMin) });
  }
  return spans;
}

/** The blocks as they fall on the days asked for, exceptions heard, cut to the hours of their rooms, in order. */
export function blockSpans(schedule: Schedule, fromDay: Day, throughDay: Day): BlockSpan[] {
  const { zone, rooms, blocks, exceptions } = schedule;
  const open = new Map(rooms.map((room) => [room.id, openSpans(zone, room, fromDay, throughDay + 1)]));
  const changed = latestExceptions(exceptions);
  const spans: BlockSpan[] = [];
  for (const block of blocks) {
    for (let day = fromDay - 1; day <= throughDay; day++) {
      const minutes = minutesOn(block, day, changed);
      if (minutes === null) continue;
      const { id: blockId, surgeonId, roomId } = block;
      const span = {
        blockId,
        surgeonId,
        roomId,
        day,
        from: minuteOf(zone, day, minutes.from),
        until: minuteOf(zone, day, minutes.until),
      };
      for (const hours of open.get(roomId) ?? []) {
        const within = common(span, hours);
        if (within) spans.push(within);
      }
    }
  }
  return spans.sort((a, b) => a.from - b.from || (a.blockId < b.blockId ? -1 : 1));
}

function minutesOn(block: Block, day: Day, changed: ReadonlyMap<string, BlockException>) {
  const isOn =
    weekdayOf(day) === block.weekday &&
    day >= block.firstDay &&
    (block.lastDay === null || day <= block.lastDay);
  if (!isOn) return null;
  const exception = changed.get(`${block.id} ${day}`);
  return exception ? exception.minutes : { from: block.fromMin, until: block.untilMin };
}

function latestExceptions(exceptions: readonly BlockException[]): Map<string, BlockException> {
  const latest = new Map<string, BlockException>();
  for (const exception of exceptions) {
    const key = `${exception.blockId} ${exception.day}`;
    const before = latest.get(key);
    if (!before || before.recordedAt <= exception.recordedAt) latest.set(key, exception);
  }
  return latest;
}

/** A leave as a part of time: whole days of the clinic. */
export function leaveSpan(zone: string, { firstDay, lastDay }: Leave): Span {
  return { from: startOfDay(zone, firstDay), until: startOfDay(zone, lastDay + 1) };
}
