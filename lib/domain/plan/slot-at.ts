import { dayOf, instantAt } from '#lib/domain/case-day.ts';
import type { SlotRef } from '#lib/domain/deviation/flag.ts';
import type { ProtocolVersion } from '#lib/domain/protocol/version.ts';
import type { Instant } from '#lib/domain/units.ts';
import { sessionsOf } from './planned-slots.ts';
import { slotWindowStart } from './slot-window.ts';

/** The planned slot for which a turn at an instant counts; null if no version plans one within two days of it. */
export function slotAt(versions: readonly ProtocolVersion[], zone: string, at: Instant): SlotRef | null {
  const today = dayOf(zone, at);
  let previousAt: Instant | null = null;
  let found: SlotRef | null = null;
  for (let day = today - 2; day <= today + 2; day++) {
    for (const { version, slot } of sessionsOf(versions, day)) {
      const slotTime = instantAt(zone, day, version.sessions[slot - 1] ?? 0);
      if (at < slotWindowStart(previousAt, slotTime)) return found;
      found = { day, slot };
      previousAt = slotTime;
    }
  }
  return found;
}
