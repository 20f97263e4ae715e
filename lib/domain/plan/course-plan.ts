import { inactiveSpans } from '#lib/domain/phase/inactive-spans.ts';
import type { ProtocolVersion } from '#lib/domain/protocol/version.ts';
import type { Course } from '#lib/domain/timeline/course.ts';
import type { Day } from '#lib/domain/units.ts';
import { type PlannedSlot, type PlanStart, plannedSlots } from './planned-slots.ts';

/** Every slot of the protocol through a day: those that have begun are laid out in the course already. */
export function planThrough(course: Course, throughDay: Day): readonly PlannedSlot[] {
  const begun = course.begun.filter(({ day }) => day <= throughDay);
  return [...begun, ...slotsAfter(begun.at(-1), course, course.facts.versions, throughDay)];
}

/**
 * What the first version alone would plan through a day from where another took its place. `plan`: what all versions plan
 * through that day.
 */
export function firstContinued(
  course: Course,
  first: ProtocolVersion,
  plan: readonly PlannedSlot[],
  throughDay: Day,
): readonly PlannedSlot[] {
  const last = plan.findLast(({ version }) => version === first);
  return [...slotsAfter(last, course, [first], throughDay)];
}

function slotsAfter(
  last: PlannedSlot | undefined,
  { facts, reached }: Course,
  versions: readonly ProtocolVersion[],
  throughDay: Day,
): Iterable<PlannedSlot> {
  const { zone, devices } = facts;
  const prescription = { zone, devices, versions, inactive: inactiveSpans(facts, reached) };
  return plannedSlots(prescription, throughDay, last && startAfter(last));
}

function startAfter({ day, slot, amounts }: PlannedSlot): PlanStart {
  return { day, slot: slot + 1, totals: amounts.map(({ totalCenti }) => totalCenti) };
}
