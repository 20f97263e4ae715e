import type { CheckFact } from './removal-facts.ts';

/** What was recorded last of a check; null: nothing yet. */
export function latestCheck(checks: readonly CheckFact[], key: string): CheckFact | null {
  let latest: CheckFact | null = null;
  for (const check of checks) {
    if (check.key !== key) continue;
    const isLater =
      latest === null ||
      check.recordedAt > latest.recordedAt ||
      (check.recordedAt === latest.recordedAt && check.id > latest.id);
    if (isLater) latest = check;
  }
  return latest;
}
