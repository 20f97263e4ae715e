import { instantAt } from '#lib/domain/case-day.ts';
import type { ProtocolVersion } from '#lib/domain/protocol/version.ts';
import { type Day, type Instant, MINUTE_MS } from '#lib/domain/units.ts';
import { sessionsOf } from './planned-slots.ts';

const FIRST_SLOT_LEAD_MS = 12 * 60 * MINUTE_MS;

/**
 * From when a turn counts for a slot: halfway between the slot before and this one, so that a turn at 00:20 counts
 * for the evening. The first slot of all has half a day.
 */
export function slotWindowStart(previousAt: Instant | null, at: Instant): Instant {
  return previousAt === null ? at - FIRST_SLOT_LEAD_MS : previousAt + Math.ceil((at - previousAt) / 2);
}

/** From when a turn counts for this slot by the versions of a protocol; null: none of them plans it. */
export function windowStartOf(
  versions: readonly ProtocolVersion[],
  zone: string,
  slot: { day: Day; slot: number },
): Instant | null {
  let previousAt: Instant | null = null;
  for (const day of [slot.day - 1, slot.day]) {
    for (const { version, slot: number } of sessionsOf(versions, day)) {
      const at = instantAt(zone, day, version.sessions[number - 1] ?? 0);
      if (day === slot.day && number === slot.slot) return slotWindowStart(previousAt, at);
      previousAt = at;
    }
  }
  return null;
}
