import { type Instant, MINUTE_MS } from '#lib/domain/units.ts';

const FIRST_SLOT_LEAD_MS = 12 * 60 * MINUTE_MS;

/**
 * From when a turn counts for a slot: halfway between the slot before and this one, so that a turn at 00:20 counts
 * for the evening. The first slot of all has half a day.
 */
export function slotWindowStart(previousAt: Instant | null, at: Instant): Instant {
  return previousAt === null ? at - FIRST_SLOT_LEAD_MS : previousAt + Math.ceil((at - previousAt) / 2);
}
