import type { TurnReport } from '#lib/domain/turn/report.ts';
import type { Centi, Instant } from '#lib/domain/units.ts';
import type { PlanKind, SlotStatus } from './slot-entry.ts';

type Slot = {
  planKind: PlanKind;
  plannedCenti: Centi;
  sessionCenti: Centi;
  at: Instant;
  graceEndsAt: Instant;
};

/** The signed sum of what is known to have been turned; null when no report gives an amount. */
export function reportedSum(reports: readonly TurnReport[]): Centi | null {
  let sum: Centi | null = null;
  for (const { actuationsCenti } of reports) if (actuationsCenti !== null) sum = (sum ?? 0) + actuationsCenti;
  return sum;
}

/** What became of a slot. The most worrying thing that was reported in it wins. */
export function slotStatus(
  slot: Slot,
  reports: readonly TurnReport[],
  reached: (at: Instant) => boolean,
): SlotStatus {
  return reports.length === 0 ? unheardStatus(slot, reached) : heardStatus(slot, reports);
}

function unheardStatus(slot: Slot, reached: (at: Instant) => boolean): SlotStatus {
  if (slot.planKind !== 'turn') return 'quiet';
  if (!reached(slot.at)) return 'future';
  return reached(slot.graceEndsAt) ? 'unreported' : 'open';
}

function heardStatus(slot: Slot, reports: readonly TurnReport[]): SlotStatus {
  const sum = reportedSum(reports);
  const isComplete = slot.planKind === 'complete';
  const expected = isComplete ? slot.sessionCenti : slot.plannedCenti;
  if (has(reports, 'wrong-way') || (sum !== null && sum < 0 && expected >= 0)) return 'wrong-way';
  if (has(reports, 'could-not-engage')) return 'could-not-engage';
  if (has(reports, 'not-sure') || sum === null) return 'not-sure';
  if (has(reports, 'extra') || isBeyond(sum, expected)) return 'extra';
  if (sum === 0) return expected === 0 || isComplete ? 'quiet' : 'skipped';
  return sum === expected || isComplete ? 'done' : 'partial';
}

function has(reports: readonly TurnReport[], outcome: TurnReport['outcome']): boolean {
  for (const report of reports) if (report.outcome === outcome) return true;
  return false;
}

function isBeyond(sum: Centi, expected: Centi): boolean {
  return expected < 0 ? sum < expected : sum > expected;
}
