import { findFlags } from '#lib/domain/deviation/find-flags.ts';
import type { Evidence, Flag } from '#lib/domain/deviation/flag.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { buildCourse } from '#lib/domain/timeline/build-course.ts';
import type { Instant } from '#lib/domain/units.ts';

/** How often each rule began to find something. */
export type RuleCounts = Partial<Record<Evidence['rule'], number>>;

/**
 * How many flags each rule raised over these instants, the earliest first, judged on what was known at each. One that
 * stands at an instant and the next is one, and so is a stretch whose beginning a late report moved; what came and went
 * between two instants is not seen.
 */
export function countRaised(facts: CaseFacts, instants: readonly Instant[]): RuleCounts {
  const counts: RuleCounts = {};
  let before: readonly Flag[] = [];
  for (const at of instants) {
    const flags = findFlags(buildCourse(facts, at));
    for (const flag of flags) {
      if (goesOn(flag, before, flags)) continue;
      const { rule } = flag.evidence;
      counts[rule] = (counts[rule] ?? 0) + 1;
    }
    before = flags;
  }
  return counts;
}

/** Whether the flag stood before: under its key, or under one of the same rule and device that stands no more. */
function goesOn(flag: Flag, before: readonly Flag[], now: readonly Flag[]): boolean {
  const stands = (key: string) => now.some((other) => other.key === key);
  return before.some(
    (other) =>
      other.key === flag.key ||
      (other.evidence.rule === flag.evidence.rule && other.deviceId === flag.deviceId && !stands(other.key)),
  );
}
