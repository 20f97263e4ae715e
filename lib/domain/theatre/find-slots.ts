import { dayOf } from '#lib/domain/case-day.ts';
import { type Day, type Instant, MINUTE_MS, type Minutes } from '#lib/domain/units.ts';
import type { FreeGap } from './free-gaps.ts';
import type { Room, Span } from './schedule.ts';
import { without } from './spans.ts';

/** Operations begin on these minutes of the hour. */
export const GRID_MIN = 5;

/** What an operation needs. */
export type SlotWish = {
  durationMin: Minutes;
  /** The removal window, and not before now; null: open on that side. */
  from: Instant;
  until: Instant | null;
  /** The surgeon of the case: his slots come first. */
  surgeonId: string;
  /** When the patient, or the anaesthetist who is asked for, is somewhere else. */
  away: readonly Span[];
};

/** Why a slot stands where it stands in the list. */
export type SlotReason =
  | { kind: 'own-surgeon' | 'other-surgeon' }
  /** Days after the first day on which it would be possible. */
  | { kind: 'days-after'; days: number }
  | { kind: 'follows-case' | 'begins-block' | 'in-between' }
  /** Minutes that stay free in the gap. */
  | { kind: 'leaves-free'; minutes: Minutes };

export type Slot = {
  roomId: string;
  surgeonId: string;
  blockId: string;
  day: Day;
  startsAt: Instant;
  endsAt: Instant;
  cleaningMin: Minutes;
  reasons: readonly SlotReason[];
};

type Ranked = Slot & { isOther: number; leftMin: Minutes; roomPlace: number };

/**
 * The earliest start in each free gap that fits, best first: the case's own surgeon before others; then the earlier day;
 * then the gap that it fills best, so that long ones stay whole; then the earlier time, then room and block.
 */
export function findSlots(
  gaps: readonly FreeGap[],
  wish: SlotWish,
  { zone, rooms }: { zone: string; rooms: readonly Room[] },
): Slot[] {
  const places = new Map(rooms.map((room, place) => [room.id, { room, place }]));
  const firstDay = dayOf(zone, wish.from);
  const found: Ranked[] = [];
  for (const whole of gaps) {
    if (whole.until <= wish.from || (wish.until !== null && whole.from >= wish.until)) continue;
    const at = places.get(whole.roomId);
    if (!at) continue;
    for (const gap of wish.away.length === 0 ? [whole] : without(whole, wish.away)) {
      const startsAt = ceilToGrid(Math.max(gap.from, wish.from));
      const endsAt = startsAt + wish.durationMin * MINUTE_MS;
      const { cleaningMin } = at.room;
      const fits =
        endsAt <= gap.until &&
        endsAt + cleaningMin * MINUTE_MS <= gap.roomUntil &&
        (wish.until === null || startsAt < wish.until);
      if (!fits) continue;
      found.push(
        ranked(gap, { startsAt, endsAt, cleaningMin }, { zone, firstDay, wish, roomPlace: at.place }),
      );
    }
  }
  return found.sort(bestFirst).map(({ isOther: _, leftMin: __, roomPlace: ___, ...slot }) => slot);
}

function ranked(
  gap: FreeGap,
  time: Pick<Slot, 'startsAt' | 'endsAt' | 'cleaningMin'>,
  { zone, firstDay, wish, roomPlace }: { zone: string; firstDay: Day; wish: SlotWish; roomPlace: number },
): Ranked {
  const { roomId, surgeonId, blockId } = gap;
  const isOther = surgeonId === wish.surgeonId ? 0 : 1;
  const leftMin = Math.floor((gap.until - gap.from) / MINUTE_MS) - wish.durationMin;
  const day = dayOf(zone, time.startsAt);
  const begins =
    time.startsAt > gap.from || gap.begins === 'after-other'
      ? 'in-between'
      : gap.begins === 'block'
        ? 'begins-block'
        : 'follows-case';
  const reasons: SlotReason[] = [
    { kind: isOther === 0 ? 'own-surgeon' : 'other-surgeon' },
    { kind: 'days-after', days: day - firstDay },
    { kind: begins },
    { kind: 'leaves-free', minutes: leftMin },
  ];
  return { roomId, surgeonId, blockId, day, ...time, reasons, isOther, leftMin, roomPlace };
}

function bestFirst(a: Ranked, b: Ranked): number {
  return (
    a.isOther - b.isOther ||
    a.day - b.day ||
    a.leftMin - b.leftMin ||
    a.startsAt - b.startsAt ||
    a.roomPlace - b.roomPlace ||
    (a.blockId < b.blockId ? -1 : 1)
  );
}

function ceilToGrid(at: Instant): Instant {
  const grid = GRID_MIN * MINUTE_MS;
  return Math.ceil(at / grid) * grid;
}
