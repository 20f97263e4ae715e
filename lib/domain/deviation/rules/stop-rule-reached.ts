import { dayOf, startOfDay } from '#lib/domain/case-day.ts';
import type { NotAssessable, SlotRef } from '#lib/domain/deviation/flag.ts';
import { type Rule, turningDevices } from '#lib/domain/deviation/rule.ts';
import { lastPlannedDay } from '#lib/domain/protocol/version.ts';
import type { Course, DeviceCourse } from '#lib/domain/timeline/course.ts';
import { actuationsCenti, type Day } from '#lib/domain/units.ts';

export type StopRuleReachedEvidence = {
  rule: 'stop-rule-reached';
  version: number;
  by: 'amount' | 'day';
  /** The last day on which anything was planned; null where the amount came first. */
  lastDay: Day | null;
};

/**
 * The stop rule of the version in force is reached and nobody has ended activation. By the day: from the start of the
 * day after the last that it plans. By the amount: as soon as no device has a turn left before its target. A version that
 * is published already goes on from there. Not assessable where the version names neither an amount nor a day.
 */
export const stopRuleReached: Rule<StopRuleReachedEvidence | NotAssessable> = (course) => {
  const { inForce, phase, facts } = course;
  if (inForce === null || phase.kind !== 'activation') return [];
  if (facts.versions.some(({ version }) => version > inForce.version)) return [];
  const lastDay = lastPlannedDay(inForce);
  const devices = turningDevices(course).filter(({ plan }) => plan !== null);
  if (lastDay === null && devices.length > 0 && devices.every(({ plan }) => plan?.targetUm === null)) {
    const evidence = { rule: 'not-assessable', about: 'stop-rule', reason: 'no-stop-rule' } as const;
    return [{ level: 'information', deviceId: null, onset: null, evidence }];
  }
  const reached = devices.length > 0 ? devices.map((device) => targetSlot(device)) : [null];
  const slot = reached.some((one) => one === null) ? null : latest(course, reached);
  const isPast = lastDay !== null && course.reached(startOfDay(facts.zone, lastDay + 1));
  // Whichever came first: a day that passes later does not begin another episode.
  if (slot !== null && (lastDay === null || slot.day <= lastDay))
    return [finding(inForce.version, 'amount', null, slot)];
  if (isPast && lastDay !== null)
    return [finding(inForce.version, 'day', lastDay, { day: lastDay + 1, slot: 0 })];
  return slot === null ? [] : [finding(inForce.version, 'amount', null, slot)];
};

function finding(version: number, by: 'amount' | 'day', lastDay: Day | null, onset: SlotRef) {
  const evidence: StopRuleReachedEvidence = { rule: 'stop-rule-reached', version, by, lastDay };
  return { level: 'look-today' as const, deviceId: null, onset, evidence };
}

/** The slot of the last turn before the target; null while a turn is left that leads nearer to it, as the plan has it. */
function targetSlot({ plan, reportedCenti, entries, device }: DeviceCourse): SlotRef | null {
  if (plan === null || plan.targetUm === null) return null;
  const left = actuationsCenti(plan.targetUm, device) - reportedCenti;
  const step = Math.min(...plan.perSession.filter((centi) => centi > 0));
  if (left > 0 && (!Number.isFinite(step) || 2 * left >= step)) return null;
  const last = entries.findLast((entry) => (entry.reportedCenti ?? 0) > 0);
  return last ? { day: last.day, slot: last.slot } : null;
}

function latest({ facts, asOf }: Course, slots: readonly (SlotRef | null)[]): SlotRef {
  return slots.reduce<SlotRef>(
    (last, slot) =>
      slot && (slot.day > last.day || (slot.day === last.day && slot.slot > last.slot)) ? slot : last,
    slots[0] ?? { day: dayOf(facts.zone, asOf), slot: 0 },
  );
}
