import type { BookingState } from '#lib/domain/booking/booking.ts';
import type { Day, Instant } from '#lib/domain/units.ts';

/** Visits that the report of a removal may plan, and complications that it may name. */
export const MOST_VISITS = 4;
export const MOST_COMPLICATIONS = 3;

export const CHECK_STATES = ['passed', 'failed', 'not-needed'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

/** What a person recorded of one pre-operative check; the latest of a key holds. */
export type CheckFact = {
  id: string;
  /** Names a check of the clinic's template. */
  key: string;
  state: CheckState;
  note: string | null;
  recordedBy: string;
  recordedAt: Instant;
};

/** One line of a clinic's template of pre-operative checks. */
export type CheckLine = { key: string; label: string };

/** A visit after the removal, planned when it was recorded. */
export type FollowUpVisit = { id: string; day: Day; purpose: string; recordedAt: Instant };

/** What is known of the second operation, and what the clinic asks before it. */
export type RemovalFacts = {
  /** Days after the end of consolidation from which a removal is overdue (clinic data; none published). */
  overdueDays: number;
  template: readonly CheckLine[];
  checks: readonly CheckFact[];
  bookings: readonly BookingState[];
  /** Those planned with a removal that stands. */
  visits: readonly FollowUpVisit[];
};
