import type { Complication } from '#lib/domain/complication/complication.ts';
import { openComplications } from '#lib/domain/complication/status.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import type { Instant } from '#lib/domain/units.ts';
import { phaseAt } from './phase.ts';

/** What keeps a case open though its removal is recorded. */
export type OpenMatters = { inPlace: readonly string[]; complications: readonly Complication[] };

/** The labels of the devices that are still in place, and the complications that nobody has recorded as resolved. */
export function openMatters({
  devices,
  complications,
}: Pick<CaseFacts, 'devices' | 'complications'>): OpenMatters {
  return {
    inPlace: devices.filter(({ removedAt }) => removedAt === null).map(({ label }) => label),
    complications: openComplications(complications),
  };
}

/** Whether the hardware is out: the table of transitions has led the case to follow-up, which it does once nothing is in place. */
export function isHardwareOut(facts: CaseFacts, now: Instant): boolean {
  return phaseAt(facts, (at) => at <= now).kind === 'follow-up';
}

/**
 * Whether a removal completes the case: the hardware is out and no complication is open. It then leaves the worklist;
 * what follow-up brings is still taken.
 */
export function isCompleted(facts: CaseFacts, now: Instant): boolean {
  return isHardwareOut(facts, now) && openMatters(facts).complications.length === 0;
}
