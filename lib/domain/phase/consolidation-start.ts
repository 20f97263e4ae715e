import type { Course } from '#lib/domain/timeline/course.ts';
import type { Instant } from '#lib/domain/units.ts';

/** When consolidation started or, set in advance by a clinician, will start; null: nobody recorded it. */
export function consolidationStart({ phase, facts, reached }: Course): Instant | null {
  if (phase.consolidationStartedAt !== null) return phase.consolidationStartedAt;
  return facts.events.reduce<Instant | null>((earliest, { kind, at }) => {
    if (kind !== 'consolidation-started' || reached(at)) return earliest;
    return earliest === null ? at : Math.min(earliest, at);
  }, null);
}
