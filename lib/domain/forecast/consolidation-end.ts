import { dayOf } from '#lib/domain/case-day.ts';
import { isInPlace } from '#lib/domain/deviation/rule.ts';
import { placeNames } from '#lib/domain/device/same-place.ts';
import { consolidationStart } from '#lib/domain/phase/consolidation-start.ts';
import { type DevicePlan, directionOf, firstVersion, latestVersion } from '#lib/domain/protocol/version.ts';
import type { Course } from '#lib/domain/timeline/course.ts';
import type { Day, Um } from '#lib/domain/units.ts';
import type { Projection } from './forecast.ts';

const UM_PER_CM = 10_000;

/**
 * Planned end of consolidation by the rule of the latest version (clinical.md §2), begun or not, from the start that a clinician set, or,
 * while activation goes on, from the day after its projected end.
 */
export function consolidationEnd(course: Course, activationEnds: Projection): Projection {
  const { phase, facts } = course;
  const version = latestVersion(facts.versions);
  if (version === null) return { kind: 'not-assessable', reason: 'no-protocol' };
  const rule = version.consolidation;
  if (phase.kind === 'follow-up') return { kind: 'reached' };
  const day = (at: number) => dayOf(facts.zone, at);
  const endedAt = phase.activationEndedAt ?? phase.consolidationStartedAt;
  const lastDay = endedAt === null ? projectedDay(course, activationEnds) : day(endedAt);
  if (lastDay === null) return activationEnds;
  const startsAt = endedAt === null ? null : consolidationStart(course);
  const start = startsAt === null ? null : day(startsAt);
  if (start === null && endedAt !== null)
    return { kind: 'not-assessable', reason: 'consolidation-start-unknown' };
  const from = start ?? lastDay + 1;
  switch (rule.kind) {
    case 'imaging-decides':
      return { kind: 'not-assessable', reason: 'imaging-decides' };
    case 'fixed-days':
      return { kind: 'day', day: from + rule.days };
    case 'multiple-of-activation': {
      const firstDay =
        phase.firstTurnAt === null
          ? (firstVersion(facts.versions)?.fromDay ?? lastDay)
          : day(phase.firstTurnAt);
      const activationDays = Math.max(0, lastDay - firstDay + 1);
      return { kind: 'day', day: from + Math.ceil((activationDays * rule.ratioHundredths) / 100) };
    }
    case 'days-per-cm':
      return {
        kind: 'day',
        day: from + Math.ceil((expectedUm(course, endedAt === null) * rule.days) / UM_PER_CM),
      };
  }
}

function projectedDay(course: Course, projection: Projection): Day | null {
  if (projection.kind === 'day') return projection.day;
  if (projection.kind === 'not-assessable') return null;
  const days = course.devices.flatMap(({ entries }) =>
    entries.flatMap((entry) => ((entry.reportedCenti ?? 0) === 0 ? [] : [entry.day])),
  );
  return days.length === 0 ? null : days.reduce((a, b) => Math.max(a, b));
}

/**
 * The longest distance: as reported, or the target where activation goes on. What a device gained before it was
 * exchanged counts with the one in its place since: the bone heals over both.
 */
function expectedUm(course: Course, goesOn: boolean): number {
  const ahead = latestVersion(course.facts.versions);
  const names = placeNames(course.facts);
  const byPlace = new Map<string, number>();
  for (const one of course.devices) {
    const { device, reportedUm } = one;
    const plan = ahead?.devices.find(({ deviceId }) => deviceId === device.id);
    const isTurned = goesOn && isInPlace(course, one);
    const expected = isTurned && plan ? expectedOf(plan, reportedUm) : reportedUm;
    const place = names.get(device.id) ?? device.id;
    byPlace.set(place, (byPlace.get(place) ?? 0) + expected);
  }
  return Math.max(0, ...byPlace.values());
}

/** What a device comes to by its plan: at least its target where it is turned on, at most its target where it is turned back. */
function expectedOf(plan: DevicePlan, reportedUm: Um): Um {
  const targetUm = plan.targetUm ?? reportedUm;
  return directionOf(plan) < 0 ? Math.min(reportedUm, targetUm) : Math.max(reportedUm, targetUm);
}
