import { FIRST_DEFAULTS } from '#lib/domain/protocol/clinic-defaults.ts';
import { FIRST_THEATRE_SETTINGS } from '#lib/domain/theatre/theatre-settings.ts';
import type { RemovalFacts } from './removal-facts.ts';

/** Nothing is known of a removal yet, in a clinic that has changed none of the defaults. */
export const NO_REMOVAL: RemovalFacts = {
  overdueDays: FIRST_DEFAULTS.overdueRemovalDays,
  template: FIRST_THEATRE_SETTINGS.checks,
  checks: [],
  bookings: [],
  visits: [],
};
