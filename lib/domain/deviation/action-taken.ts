import { startOfDay } from '#lib/domain/case-day.ts';
import { isReached } from '#lib/domain/contact/contact.ts';
import type { CaseFacts, FlagAction } from '#lib/domain/facts.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { Flag } from './flag.ts';

/** Whether what is said to have settled a flag is on record, from the day on which the flag began. */
export function isActionTaken(facts: CaseFacts, { onset }: Pick<Flag, 'onset'>, action: FlagAction): boolean {
  const since = onset === null ? Number.NEGATIVE_INFINITY : startOfDay(facts.zone, onset.day);
  const isSince = (at: Instant) => at >= since;
  switch (action) {
    case 'call-made':
      return facts.contacts.some((contact) => isReached(contact) && isSince(contact.at));
    case 'protocol-amended':
      return facts.versions.some(({ version, recordedAt }) => version > 1 && isSince(recordedAt));
    case 'measured':
      return facts.measurements.some(({ takenAt }) => isSince(takenAt));
  }
}
