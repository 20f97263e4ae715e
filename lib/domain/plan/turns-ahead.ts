import { dayOf } from '#lib/domain/case-day.ts';
import { inactiveSpans } from '#lib/domain/phase/inactive-spans.ts';
import type { Course } from '#lib/domain/timeline/course.ts';
import type { Day } from '#lib/domain/units.ts';
import { type PlannedSlot, plannedSlots } from './planned-slots.ts';

/**
 * The slots of the protocol from `fromDay` through `throughDay`, one amount per device of the course. Each device
 * goes on from what was reported of it before today, and is complete where that and the plan since lead to its
 * target: a family that missed turns has as many more to come.
 */
export function turnsAhead(course: Course, fromDay: Day, throughDay: Day): readonly PlannedSlot[] {
  const { facts, devices, asOf, reached } = course;
  const today = dayOf(facts.zone, asOf);
  const totals = devices.map(({ entries }) =>
    entries.reduce((sum, { day, reportedCenti }) => (day < today ? sum + (reportedCenti ?? 0) : sum), 0),
  );
  const prescription = {
    zone: facts.zone,
    devices: devices.map(({ device }) => device),
    versions: facts.versions,
    inactive: inactiveSpans(facts, reached),
  };
  const slots = plannedSlots(prescription, throughDay, { day: Math.min(today, fromDay), slot: 1, totals });
  return [...slots].filter(({ day }) => day >= fromDay);
}
