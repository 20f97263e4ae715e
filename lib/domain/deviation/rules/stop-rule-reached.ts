import { startOfDay } from '#lib/domain/case-day.ts';
import type { NotAssessable, SlotRef } from '#lib/domain/deviation/flag.ts';
import { type Rule, turningDevices } from '#lib/domain/deviation/rule.ts';
import { reversalEnd } from '#lib/domain/plan/planned-slots.ts';
import { directionOf, lastPlannedDay } from '#lib/domain/protocol/version.ts';
import type { DeviceCourse } from '#lib/domain/timeline/course.ts';
import { actuationsCenti, type Centi, type Day } from '#lib/domain/units.ts';

export type StopRuleReachedEvidence = {
  rule: 'stop-rule-reached';
  version: number;
  by: 'amount' | 'day';
  /** The last day on which anything was planned; null where the amount came first. */
  lastDay: Day | null;
};

/**
 * The stop rule of the version in force is reached and nobody has ended activation. By the day: from the start of the
 * day after the last that it plans. By the amount: as soon as no device has a turn left before its target, on or back. A
 * version that is published already goes on from there. Not assessable where the version names neither an amount nor a
 * day, or where the amount hangs on turns that nobody is sure of.
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
  const stands = devices.map(targetStanding);
  const isReached = devices.length > 0 && stands.every((one) => one === 'reached');
  const slot = isReached ? latest(devices.map(lastTurn)) : null;
  const isPast = lastDay !== null && course.reached(startOfDay(facts.zone, lastDay + 1));
  // Whichever came first: a day that passes later does not begin another episode.
  if (slot !== null && (lastDay === null || slot.day <= lastDay))
    return [finding(inForce.version, 'amount', null, slot)];
  if (isPast && lastDay !== null)
    return [finding(inForce.version, 'day', lastDay, { day: lastDay + 1, slot: 0 })];
  if (slot !== null) return [finding(inForce.version, 'amount', null, slot)];
  if (!stands.includes('perhaps') || stands.includes('ahead')) return [];
  const evidence = { rule: 'not-assessable', about: 'stop-rule', reason: 'amount-not-sure' } as const;
  return [{ level: 'look-today', deviceId: null, onset: null, evidence }];
};

function finding(version: number, by: 'amount' | 'day', lastDay: Day | null, onset: SlotRef) {
  const evidence: StopRuleReachedEvidence = { rule: 'stop-rule-reached', version, by, lastDay };
  return { level: 'look-today' as const, deviceId: null, onset, evidence };
}

/** Whether a device has a turn left before its target, whatever was done in the turns that nobody is sure of. */
function targetStanding(device: DeviceCourse): 'ahead' | 'perhaps' | 'reached' {
  const { leastCenti, mostCenti } = device.turned;
  const [atLeast, atMost] = [isAtTarget(device, leastCenti), isAtTarget(device, mostCenti)];
  if (atLeast && atMost) return 'reached';
  return atLeast || atMost ? 'perhaps' : 'ahead';
}

/** Whether no turn is left that leads nearer to the target, as the plan has it. */
function isAtTarget({ plan, device, entries }: DeviceCourse, turned: Centi): boolean {
  if (plan === null || plan.targetUm === null) return false;
  const direction = directionOf(plan);
  const steps = plan.perSession.map((centi) => centi * direction).filter((centi) => centi > 0);
  const step = Math.min(...steps);
  if (direction < 0) return turned - step < reversalEnd(plan, device, entries.at(-1)?.plannedTotalCenti ?? 0);
  const left = actuationsCenti(plan.targetUm, device) - turned;
  return left <= 0 || (Number.isFinite(step) && 2 * left < step);
}

/** The slot of the last turn the way that the plan goes, or else of the last turn; null: there was none. */
function lastTurn({ plan, entries }: DeviceCourse): SlotRef | null {
  const direction = plan === null ? 1 : directionOf(plan);
  const last =
    entries.findLast(({ reportedCenti }) => (reportedCenti ?? 0) * direction > 0) ??
    entries.findLast(({ reportedCenti }) => (reportedCenti ?? 0) > 0);
  return last ? { day: last.day, slot: last.slot } : null;
}

/** The last of several slots; null where one is not known. */
function latest(slots: readonly (SlotRef | null)[]): SlotRef | null {
  let last: SlotRef | null = null;
  for (const slot of slots) {
    if (slot === null) return null;
    if (last === null || slot.day > last.day || (slot.day === last.day && slot.slot > last.slot)) last = slot;
  }
  return last;
}
