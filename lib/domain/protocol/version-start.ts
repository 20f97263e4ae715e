import { instantAt } from '#lib/domain/case-day.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { ProtocolVersion } from './version.ts';

/** The time of the first session that a version plans. */
export function startOf(zone: string, { fromDay, fromSlot, sessions }: ProtocolVersion): Instant {
  return instantAt(zone, fromDay, sessions[fromSlot - 1] ?? 0);
}
