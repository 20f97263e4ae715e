import { dayOf, startOfDay } from '#lib/domain/case-day.ts';
import type { Projection } from '#lib/domain/forecast/forecast.ts';
import { latestVersion } from '#lib/domain/protocol/version.ts';
import type { Course } from '#lib/domain/timeline/course.ts';
import type { Day, Instant } from '#lib/domain/units.ts';
import { type EarlyWindow, earlyRemoval } from './early-removal.ts';
import { latestCheck } from './latest-check.ts';

/** From when and until when the hardware should come out, in days of the case. */
export type RemovalWindow = {
  /** First day on which consolidation is complete by the rule of the protocol, or on which early removal was decided. */
  earliest: Projection;
  /** Last day that is not yet overdue; null where the first is not known. */
  latestDay: Day | null;
  /** Whether it still rests on the projected end of activation. */
  isProjected: boolean;
  /** The decision with which the window begins before the protocol's rule allows it; null: it begins by the rule. */
  early: EarlyWindow | null;
};

/**
 * The removal window. It begins on the day on which consolidation ends by the protocol's rule (fixed days, multiple of
 * activation, days per cm); where imaging decides, on the day on which a person recorded that it did. Once a clinician has
 * decided to remove the hardware early, it begins with the day of that decision: it is no longer waited for. It ends the
 * clinic's `overdueDays` later, the first overdue day excluded.
 */
export function removalWindow(course: Course, consolidationEnds: Projection): RemovalWindow {
  const { facts, phase } = course;
  const byRule =
    latestVersion(facts.versions)?.consolidation.kind === 'imaging-decides'
      ? imagingSays(course, consolidationEnds)
      : consolidationEnds;
  const early = earlyBefore(course, byRule);
  const earliest: Projection =
    early === null ? byRule : { kind: 'day', day: dayOf(facts.zone, early.decidedAt) };
  return {
    earliest,
    latestDay: earliest.kind === 'day' ? earliest.day + facts.removal.overdueDays - 1 : null,
    isProjected: phase.activationEndedAt === null && phase.consolidationStartedAt === null,
    early,
  };
}

/** The decision for an early removal, unless consolidation was complete by then: it then changes nothing. */
function earlyBefore(course: Course, byRule: Projection): EarlyWindow | null {
  const decision = earlyRemoval(course);
  if (decision === null) return null;
  const decidedDay = dayOf(course.facts.zone, decision.decidedAt);
  return byRule.kind === 'day' && byRule.day <= decidedDay ? null : { ...decision, byRule };
}

function imagingSays({ facts }: Course, consolidationEnds: Projection): Projection {
  const imaging = latestCheck(facts.removal.checks, 'imaging');
  return imaging?.state === 'passed'
    ? { kind: 'day', day: dayOf(facts.zone, imaging.recordedAt) }
    : consolidationEnds;
}

/**
 * When a removal may be given a time without a reason: the window as instants, half-open, each null where it is not
 * known. A removal that is overdue by `now` has no end to its window: any time is better than none.
 */
export function bookingWindow(
  window: RemovalWindow,
  zone: string,
  now: Instant,
): { from: Instant | null; until: Instant | null } {
  const { from, until } = windowInstants(window, zone);
  return { from, until: until !== null && until <= now ? Number.POSITIVE_INFINITY : until };
}

/** The window as instants, half-open, each null where it is not known. */
export function windowInstants(
  { earliest, latestDay }: RemovalWindow,
  zone: string,
): { from: Instant | null; until: Instant | null } {
  return {
    from: earliest.kind === 'day' ? startOfDay(zone, earliest.day) : null,
    until: latestDay === null ? null : startOfDay(zone, latestDay + 1),
  };
}
