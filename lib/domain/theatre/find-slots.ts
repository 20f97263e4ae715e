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
  /** The removal window, and not sooner than a time is offered; null: open on that side. */
  from: Instant;
  until: Instant | null;
  /** False: `from` is no day on which the removal is possible, so none is told from it. */
  isWindowKnown: boolean;
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

type Found = Omit<Slot, 'reasons'> & {
  gap: FreeGap;
  isOther: number;
  leftMin: Minutes;
  roomPlace: number;
};

/**
 * The earliest start in each free gap that fits, best first, `most` of them: the case's own surgeon before others; then the
 * earlier day; then the gap that it fills best, so that long ones stay whole; then the earlier time, then room and block.
 */
export function findSlots(
  gaps: readonly FreeGap[],
  wish: SlotWish,
  { zone, rooms }: { zone: string; rooms: readonly Room[] },
  most = Number.POSITIVE_INFINITY,
): Slot[] {
  const places = new Map(rooms.map((room, place) => [room.id, { room, place }]));
  const firstDay = dayOf(zone, wish.from);
  const until = wish.until ?? Number.POSITIVE_INFINITY;
  const lengthMs = wish.durationMin * MINUTE_MS;
  const found: Found[] = [];
  for (const whole of gaps) {
    if (whole.until < wish.from + lengthMs || whole.from >= until) continue;
    const at = places.get(whole.roomId);
    if (!at) continue;
    const { cleaningMin } = at.room;
    for (const gap of wish.away.length === 0 ? [whole] : without(whole, wish.away)) {
      const startsAt = ceilToGrid(Math.max(gap.from, wish.from));
      const endsAt = startsAt + lengthMs;
      if (endsAt > gap.until || endsAt + cleaningMin * MINUTE_MS > gap.roomUntil || startsAt >= until)
        continue;
      const { roomId, surgeonId, blockId } = gap;
      found.push({
        roomId,
        surgeonId,
        blockId,
        day: startsAt < gap.midnight ? gap.startDay : dayOf(zone, startsAt),
        startsAt,
        endsAt,
        cleaningMin,
        gap,
        isOther: surgeonId === wish.surgeonId ? 0 : 1,
        leftMin: Math.floor((gap.until - gap.from) / MINUTE_MS) - wish.durationMin,
        roomPlace: at.place,
      });
    }
  }
  return found
    .sort(bestFirst)
    .slice(0, most)
    .map(({ gap, isOther, leftMin, roomPlace: _, ...slot }) => ({
      ...slot,
      reasons: [
        { kind: isOther === 0 ? 'own-surgeon' : 'other-surgeon' },
        ...(wish.isWindowKnown ? [{ kind: 'days-after' as const, days: slot.day - firstDay }] : []),
        { kind: beginsAt(gap, slot.startsAt) },
        { kind: 'leaves-free', minutes: leftMin },
      ],
    }));
}

function beginsAt(gap: FreeGap, startsAt: Instant): 'follows-case' | 'begins-block' | 'in-between' {
  if (startsAt > gap.from || gap.begins === 'after-other') return 'in-between';
  return gap.begins === 'block' ? 'begins-block' : 'follows-case';
}

function bestFirst(a: Found, b: Found): number {
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
