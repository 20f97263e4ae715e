import { extentSince } from '#lib/domain/deviation/extent.ts';
import { isTurning, type Rule } from '#lib/domain/deviation/rule.ts';
import { toldReports } from '#lib/domain/deviation/told-reports.ts';
import type { Course } from '#lib/domain/timeline/course.ts';
import type { SlotEntry } from '#lib/domain/timeline/slot-entry.ts';
import { type Instant, MINUTE_MS, type Minutes } from '#lib/domain/units.ts';

export type SilenceEvidence = {
  rule: 'silence';
  /** When the last report that stands was taken in, as it was first told; null: there is none. */
  lastReportAt: Instant | null;
  /** From when the silence is counted: that report, or the first slot asked for after a longer pause in the plan. */
  sinceAt: Instant;
  toleranceMin: Minutes;
};

/**
 * No report at all: not the same as not turned. Fires at `asOf - sinceAt >= tolerances.silenceMin` (clinic default
 * 24 h; none published, clinical.md §6), once at least one slot asked for since has run out of its grace.
 */
export const silence: Rule<SilenceEvidence> = (course) => {
  const tolerances = course.inForce?.tolerances;
  if (!tolerances || !isTurning(course)) return [];
  const lastReportAt = lastHeardAt(course);
  const asked = firstAskedAfter(course, lastReportAt);
  if (!asked) return [];
  const toleranceMs = tolerances.silenceMin * MINUTE_MS;
  const paused = lastReportAt === null || asked.at - lastReportAt > toleranceMs;
  const sinceAt = paused ? asked.at : lastReportAt;
  if (!course.reached(Math.max(sinceAt + toleranceMs, asked.graceEndsAt))) return [];
  return [
    {
      level: 'look-today',
      extent: extentSince(course, sinceAt, toleranceMs),
      deviceId: null,
      onset: { day: asked.day, slot: asked.slot },
      evidence: { rule: 'silence', lastReportAt, sinceAt, toleranceMin: tolerances.silenceMin },
    },
  ];
};

/** When the family, or anyone for them, was last heard of; null: of no turn that stands. */
export function lastHeardAt(course: Course): Instant | null {
  let last: Instant | null = null;
  for (const { recordedAt } of toldReports(course)) if (last === null || recordedAt > last) last = recordedAt;
  return last;
}

function firstAskedAfter(course: Course, after: Instant | null): SlotEntry | null {
  let first: SlotEntry | null = null;
  for (const { entries } of course.devices) {
    for (const entry of entries) {
      const asked = entry.planKind === 'turn' && entry.reports.length === 0;
      if (asked && (after === null || entry.at > after) && (first === null || entry.at < first.at))
        first = entry;
    }
  }
  return first;
}
