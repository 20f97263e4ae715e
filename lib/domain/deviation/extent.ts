import type { Course } from '#lib/domain/timeline/course.ts';
import type { Instant } from '#lib/domain/units.ts';

/**
 * How far a deviation has gone: whole multiples of its tolerance, at least 1. Each further multiple is worse, and
 * opens again what was acknowledged before it. The unit is the clinic's own tolerance, so no second figure is needed.
 */
export function extentOf(amount: number, tolerance: number): number {
  return tolerance > 0 ? Math.max(1, Math.floor(Math.abs(amount) / tolerance)) : 1;
}

/** The same for a time that runs: multiples of `toleranceMs` since `sinceAt`. The next one is remembered as a change. */
export function extentSince({ reached }: Course, sinceAt: Instant, toleranceMs: number): number {
  if (toleranceMs <= 0) return 1;
  const isOver = (multiple: number) => reached(sinceAt + multiple * toleranceMs);
  let over = 1;
  let ahead = 2;
  while (isOver(ahead)) {
    over = ahead;
    ahead *= 2;
  }
  while (ahead - over > 1) {
    const middle = Math.floor((over + ahead) / 2);
    if (isOver(middle)) over = middle;
    else ahead = middle;
  }
  return over;
}
