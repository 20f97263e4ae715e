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

/**
 * What is left of an amount in its own direction: nothing once as much was turned, or where nothing was asked, and more
 * than the amount where the turns went against it.
 */
export function restOf(askedCenti: Centi, reportedCenti: Centi): Centi {
  const rest = askedCenti - reportedCenti;
  return askedCenti < 0 ? Math.min(0, rest) : askedCenti > 0 ? Math.max(0, rest) : 0;
}

/** What became of a slot by its reports, whose sum is `sum`. The most worrying thing that was reported in it wins. */
export function heardStatus(
  { kind, centi, sessionCenti }: PlannedAmount,
  reports: readonly TurnReport[],
  sum: Centi | null,
): SlotStatus {
  const isComplete = kind === 'complete';
  const expected = isComplete ? sessionCenti : centi;
  if (has(reports, 'wrong-way') || (sum !== null && isAgainst(sum, expected))) return 'wrong-way';
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

/** Turned the other way than asked for; where nothing is asked for, back. */
function isAgainst(sum: Centi, expected: Centi): boolean {
  return expected < 0 ? sum > 0 : sum < 0;
}

function isBeyond(sum: Centi, expected: Centi): boolean {
  return expected < 0 ? sum < expected : sum > expected;
}
