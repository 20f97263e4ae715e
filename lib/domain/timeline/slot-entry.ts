import type { TurnReport } from '#lib/domain/turn/report.ts';
import type { Centi, Day, Instant } from '#lib/domain/units.ts';

/**
 * What the prescription asks of a device in a slot: `turn` an amount, `hold` nothing on purpose, `complete` nothing
 * more because the planned amount is reached (making up missed turns is no extra turn), `none` no plan.
 */
export type PlanKind = 'turn' | 'hold' | 'complete' | 'none';

/**
 * What is known of a slot. `future` has not come; `open` has come and its grace runs; `unreported` is silence after
 * the grace, which is not the same as `skipped`, a report that nothing was turned. `quiet` is a slot in which nothing
 * was asked and nothing reported.
 */
export type SlotStatus =
  | 'future'
  | 'open'
  | 'unreported'
  | 'done'
  | 'partial'
  | 'skipped'
  | 'could-not-engage'
  | 'wrong-way'
  | 'extra'
  | 'not-sure'
  | 'quiet';

/** One device in one slot. */
export type SlotEntry = {
  day: Day;
  slot: number;
  /** The slot's time; for reports in a slot that no version plans, when they were done. */
  at: Instant;
  /** From then on no report counts as not reported. */
  graceEndsAt: Instant;
  /** Protocol version that plans the slot; null when none does. */
  version: number | null;
  planKind: PlanKind;
  plannedCenti: Centi;
  /** Signed sum of the effective reports; null: nothing known. */
  reportedCenti: Centi | null;
  status: SlotStatus;
  /**
   * Where nobody is sure: what may have been turned beyond that, signed. In full, what the slot asks for; where it asks
   * for nothing, as much as the slot before it that did, or else the first that does.
   */
  unsureCenti: Centi;
  /** Reported after its grace had run out. */
  late: boolean;
  reports: readonly TurnReport[];
  /** Totals through this slot. */
  plannedTotalCenti: Centi;
  reportedTotalCenti: Centi;
};
