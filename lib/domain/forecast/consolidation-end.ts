import { dayOf } from '#lib/domain/case-day.ts';
import { consolidationStart } from '#lib/domain/phase/consolidation-start.ts';
import type { Course } from '#lib/domain/timeline/course.ts';
import type { Day } from '#lib/domain/units.ts';
import type { Projection } from './forecast.ts';

const UM_PER_CM = 10_000;

/**
 * Planned end of consolidation by the protocol's rule (clinical.md §2), from the start that a clinician set, or,
 * while activation goes on, from the day after its projected end.
 */
export function consolidationEnd(course: Course, activationEnds: Projection): Projection {
  const { phase, inForce, facts } = course;
  if (inForce === null) return { kind: 'not-assessable', reason: 'no-protocol' };
  const rule = inForce.consolidation;
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
      const firstDay = phase.firstTurnAt === null ? inForce.fromDay : day(phase.firstTurnAt);
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
    entries.flatMap((entry) => ((entry.reportedCenti ?? 0) > 0 ? [entry.day] : [])),
  );
  return days.length === 0 ? null : days.reduce((a, b) => Math.max(a, b));
}

/** The longest distance: as reported, or the target where activation goes on. */
function expectedUm({ devices }: Course, goesOn: boolean): number {
  return devices.reduce((um, { reportedUm, plan }) => {
    const expected = goesOn ? Math.max(reportedUm, plan?.targetUm ?? 0) : reportedUm;
    return Math.max(um, expected);
  }, 0);
}
