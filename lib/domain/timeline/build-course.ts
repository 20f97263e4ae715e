import { dayOf } from '#lib/domain/case-day.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { inactiveSpans } from '#lib/domain/phase/inactive-spans.ts';
import { phaseAt } from '#lib/domain/phase/phase.ts';
import { type PlannedSlot, plannedSlots } from '#lib/domain/plan/planned-slots.ts';
import { slotWindowStart } from '#lib/domain/plan/slot-window.ts';
import { firstVersion, latestVersion, type ProtocolVersion } from '#lib/domain/protocol/version.ts';
import { startOf } from '#lib/domain/protocol/version-start.ts';
import type { Day, Instant } from '#lib/domain/units.ts';
import type { Course } from './course.ts';
import { deviceCourse } from './device-course.ts';
import { type Horizon, horizonAt } from './horizon.ts';
import { knownFacts } from './known-facts.ts';
import { reportsBySlot } from './reports-by-slot.ts';

/** How many days past the next slot a turn is looked for: in a hold longer than that there is no next slot. */
const LOOK_AHEAD_DAYS = 14;

/**
 * Lays the facts known at `asOf` out in time. `horizon` remembers every later instant on which the result depends;
 * a caller that does not need `reassessAt` leaves it out.
 */
export function buildCourse(allFacts: CaseFacts, asOf: Instant, horizon: Horizon = horizonAt(asOf)): Course {
  const { reached } = horizon;
  const facts = knownFacts(allFacts, horizon);
  const { begun, nextSlot, isOver } = slotsBegun(facts, asOf, reached);
  const bySlot = reportsBySlot(facts.reports);
  const current = inForceNow(facts, begun, isOver, reached) ?? firstVersion(facts.versions);
  return {
    facts,
    asOf,
    reached,
    phase: phaseAt(facts, reached),
    inForce: current,
    begun,
    devices: facts.devices.map((device, index) =>
      deviceCourse(facts, device, index, begun, bySlot, current, reached),
    ),
    nextSlot,
  };
}

/**
 * The version of the slot that began last; once activation is over, when no slot begins any more, the latest that was to
 * hold by then: what is written in consolidation, such as its length, holds too.
 */
function inForceNow(
  { versions, zone }: CaseFacts,
  begun: readonly PlannedSlot[],
  isOver: boolean,
  reached: (at: Instant) => boolean,
): ProtocolVersion | null {
  if (!isOver) return begun.at(-1)?.version ?? null;
  return latestVersion(versions.filter((version) => reached(startOf(zone, version))));
}

/** The slots whose window has begun, and the next slot with a turn in it. Once activation is over there are no more. */
function slotsBegun(facts: CaseFacts, asOf: Instant, reached: (at: Instant) => boolean) {
  const inactive = inactiveSpans(facts, reached);
  const over = inactive.find((span) => span.to === null)?.from ?? Number.POSITIVE_INFINITY;
  const begun: PlannedSlot[] = [];
  let nextSlot: Course['nextSlot'] = null;
  let previousAt: Instant | null = null;
  let firstToCome: Day | null = null;
  for (const slot of plannedSlots({ ...facts, inactive }, lastDayToLookAt(facts, asOf))) {
    if (slot.at >= over) break;
    if (firstToCome === null && reached(slotWindowStart(previousAt, slot.at))) begun.push(slot);
    else firstToCome ??= slot.day;
    if (nextSlot === null && slot.amounts.some(({ kind }) => kind === 'turn') && !reached(slot.at)) {
      nextSlot = { day: slot.day, slot: slot.slot, at: slot.at };
    }
    if (firstToCome !== null && (nextSlot !== null || slot.day > firstToCome + LOOK_AHEAD_DAYS)) break;
    previousAt = slot.at;
  }
  return { begun, nextSlot, isOver: over !== Number.POSITIVE_INFINITY };
}

/** Far enough for the first slot that has not begun, however far ahead, and the look beyond it: `asOf` only bounds the search. */
function lastDayToLookAt(facts: CaseFacts, asOf: Instant): Day {
  const started = facts.versions.reduce(
    (day, { fromDay }) => Math.max(day, fromDay),
    dayOf(facts.zone, asOf),
  );
  return started + LOOK_AHEAD_DAYS + 3;
}
