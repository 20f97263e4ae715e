import type { CaseFacts } from '#lib/domain/facts.ts';
import type { Instant } from '#lib/domain/units.ts';

/**
 * When the hardware was out: at the first removal, or when the last device was taken out where that was later. Null: no
 * removal is recorded, or a device is in place. A removal that leaves one in moves nothing: the course goes on.
 */
export function hardwareOutAt(
  { operations, devices }: Pick<CaseFacts, 'operations' | 'devices'>,
  reached: (at: Instant) => boolean,
): Instant | null {
  const removals = operations.filter(({ kind, endedAt }) => kind === 'removal' && reached(endedAt));
  if (removals.length === 0) return null;
  let outAt = Math.min(...removals.map(({ endedAt }) => endedAt));
  for (const { placedAt, removedAt } of devices) {
    if (!reached(placedAt)) continue;
    if (removedAt === null || !reached(removedAt)) return null;
    outAt = Math.max(outAt, removedAt);
  }
  return outAt;
}
