import { findFlags } from '#lib/domain/deviation/find-flags.ts';
import type { Evidence, Flag } from '#lib/domain/deviation/flag.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { buildCourse } from '#lib/domain/timeline/build-course.ts';
import { horizonAt } from '#lib/domain/timeline/horizon.ts';
import type { Instant } from '#lib/domain/units.ts';

/** A rule that began to find something, and when. */
export type Raised = { rule: Evidence['rule']; at: Instant };

/**
 * Every flag that a case raised in (`from`, `until`], each judged on what was known then: the case is judged at `from`
 * and at every instant at which its judgement changed since, so that nothing that came and went is missed. A stretch whose
 * beginning a late report moved is one, and what stood at `from` already was not raised since. It can be put down after
 * each instant: a case has many.
 */
export function* raisedFlags(
  facts: CaseFacts,
  from: Instant,
  until: Instant,
): Generator<undefined, readonly Raised[]> {
  const raised: Raised[] = [];
  let before: readonly Flag[] | null = null;
  let at: Instant | null = from;
  while (at !== null && at <= until) {
    const horizon = horizonAt(at);
    const flags: readonly Flag[] = findFlags(buildCourse(facts, at, horizon));
    for (const flag of flags) {
      if (before !== null && !goesOn(flag, before, flags)) raised.push({ rule: flag.evidence.rule, at });
    }
    before = flags;
    at = horizon.next();
    yield;
  }
  return raised;
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
