import type { PlannedAmount, PlannedSlot } from '#lib/domain/plan/planned-slots.ts';
import type { TurnReport } from '#lib/domain/turn/report.ts';
import type { Centi, Instant } from '#lib/domain/units.ts';
import type { SlotStatus } from './slot-entry.ts';

/** The signed sum of what is known to have been turned; null when no report gives an amount. */
export function reportedSum(reports: readonly TurnReport[]): Centi | null {
  let sum: Centi | null = null;
  for (const { actuationsCenti } of reports) if (actuationsCenti !== null) sum = (sum ?? 0) + actuationsCenti;
  return sum;
}

/** What a slot is of which nothing was reported. */
export function unheardStatus(
  { at, graceEndsAt }: Pick<PlannedSlot, 'at' | 'graceEndsAt'>,
  { kind }: PlannedAmount,
  reached: (at: Instant) => boolean,
): SlotStatus {
  if (kind !== 'turn') return 'quiet';
  if (!reached(at)) return 'future';
  return reached(graceEndsAt) ? 'unreported' : 'open';
}

/** What became of a slot by its reports, whose sum is `sum`. The most worrying thing that was reported in it wins. */
export function heardStatus(
  { kind, centi, sessionCenti }: PlannedAmount,
  reports: readonly TurnReport[],
  sum: Centi | null,
): SlotStatus {
  const isComplete = kind === 'complete';
  const expected = isComplete ? sessionCenti : centi;
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
