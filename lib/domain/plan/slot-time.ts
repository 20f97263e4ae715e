import { instantAt } from '#lib/domain/case-day.ts';
import type { ProtocolVersion } from '#lib/domain/protocol/version.ts';
import type { Day, Instant } from '#lib/domain/units.ts';
import { versionInForce } from './planned-slots.ts';

const NOON = 12 * 60;

/** The time of a slot by the version in force in it; noon of its day where no version plans it. */
export function slotTime(
  versions: readonly ProtocolVersion[],
  zone: string,
  day: Day,
  slot: number,
): Instant {
  return instantAt(zone, day, versionInForce(versions, day, slot)?.sessions[slot - 1] ?? NOON);
}
