import { dayOf } from '#lib/domain/case-day.ts';
import { MINUTE_MS, type Minutes } from '#lib/domain/units.ts';
import { blockSpans } from './block-spans.ts';
import type { BlockSpan, BusySpan, Schedule } from './schedule.ts';
import { isWithin } from './spans.ts';

/** How full an occurrence of a block is. */
export type BlockLoad = {
  span: BlockSpan;
  bookingIds: readonly string[];
  /** Operations and the cleaning between them; the cleaning after the last one may lie past the block. */
  plannedMin: Minutes;
  lengthMin: Minutes;
  /** More than fits; 0: all fits. */
  overMin: Minutes;
};

/** The load of each block: what begins in it, in its room, with its surgeon. */
export function blockLoads(spans: readonly BlockSpan[], busy: readonly BusySpan[]): BlockLoad[] {
  return spans.map((span) => {
    const within = busy
      .filter(
        ({ roomId, surgeonId, from }) =>
          roomId === span.roomId && surgeonId === span.surgeonId && from >= span.from && from < span.until,
      )
      .sort((a, b) => a.from - b.from);
    const last = within.at(-1);
    const plannedMs = within.reduce(
      (sum, one) => sum + (one === last ? one.until : one.roomUntil) - one.from,
      0,
    );
    return {
      span,
      bookingIds: within.map(({ bookingId }) => bookingId),
      plannedMin: Math.round(plannedMs / MINUTE_MS),
      lengthMin: Math.round((span.until - span.from) / MINUTE_MS),
      overMin: last ? Math.max(0, Math.round((last.until - span.until) / MINUTE_MS)) : 0,
    };
  });
}

/** The bookings that no block of their surgeon in their room holds: it was removed, moved or shortened under them. */
export function orphansOf(schedule: Schedule, busy: readonly BusySpan[]): BusySpan[] {
  return busy.filter((one) => {
    if (!one.isHere) return false;
    const day = dayOf(schedule.zone, one.from);
    return !blockSpans(schedule, day, day + 1).some(
      (span) => span.roomId === one.roomId && span.surgeonId === one.surgeonId && isWithin(one, span),
    );
  });
}
