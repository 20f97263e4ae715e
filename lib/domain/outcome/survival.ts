/** What became of the cases that were watched for so many days: so many removals, so many with the device still in. */
export type Watched = { days: number; removed: number; inPlace: number };

/** From `days` on, this share still has the device; `atRisk` had it until then and were watched. */
export type SurvivalStep = { days: number; atRisk: number; removed: number; share: number };

/**
 * The share of cases with the device still in place, day by day, counting those that are not removed yet for as long
 * as they were watched (Kaplan and Meier, J Am Stat Assoc 1958;53:457). One step for each day with a removal.
 */
export function stillInPlace(watched: readonly Watched[]): readonly SurvivalStep[] {
  const days = [...watched].sort((a, b) => a.days - b.days);
  let atRisk = days.reduce((sum, { removed, inPlace }) => sum + removed + inPlace, 0);
  let share = 1;
  const steps: SurvivalStep[] = [];
  for (const day of days) {
    if (day.removed > 0) {
      share *= 1 - day.removed / atRisk;
      steps.push({ days: day.days, atRisk, removed: day.removed, share });
    }
    atRisk -= day.removed + day.inPlace;
  }
  return steps;
}

/** The first day by which at least this share had been removed (`>=`); null: it was not reached while anybody watched. */
export function daysUntil(removedShare: number, steps: readonly SurvivalStep[]): number | null {
  return steps.find(({ share }) => 1 - share >= removedShare - 1e-9)?.days ?? null;
}
