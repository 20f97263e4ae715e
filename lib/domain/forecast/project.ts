import { isInPlace } from '#lib/domain/deviation/rule.ts';
import type { Device } from '#lib/domain/device/device.ts';
import { remainingTravelUm } from '#lib/domain/device/remaining-travel.ts';
import { mostSessions, versionPlanning } from '#lib/domain/plan/planned-slots.ts';
import { type DevicePlan, lastPlannedDay, latestVersion, planOf } from '#lib/domain/protocol/version.ts';
import type { Course, DeviceCourse } from '#lib/domain/timeline/course.ts';
import { isDue } from '#lib/domain/timeline/device-course.ts';
import { slotKey } from '#lib/domain/timeline/reports-by-slot.ts';
import type { SlotEntry } from '#lib/domain/timeline/slot-entry.ts';
import { actuationsCenti, type Centi, type Day, expansionUm, type Um } from '#lib/domain/units.ts';
import { consolidationEnd } from './consolidation-end.ts';
import type { DeviceForecast, Forecast, Projection } from './forecast.ts';

/** The pace is taken over this many days up to the last due slot. */
const PACE_DAYS = 7;

/** No course of activation is this long (65 days is the longest in clinical.md §10): further ahead is not projected. */
const HORIZON_DAYS = 400;

/**
 * Where the course leads with the devices in place: one that was exchanged leads nowhere any more. Only what was not turned moves it: a slot of which nothing is reported yet, or nothing sure,
 * is taken as planned, so that a family's silence postpones nothing and its late report brings nothing forward. Targets
 * are those of the latest version: one that begins tomorrow leads further, or less far, from today on.
 */
export function forecast(course: Course): Forecast {
  const devices =
    course.phase.kind === 'latency' || course.phase.kind === 'activation'
      ? course.devices.filter((device) => isInPlace(course, device)).map(forDevice(course))
      : [];
  const atPlan = latest(devices.map((device) => device.targetAtPlan));
  return {
    devices,
    activationEndsAtPlan: atPlan,
    activationEndsAtPace: latest(devices.map((device) => device.targetAtPace)),
    consolidationEnds: consolidationEnd(course, atPlan),
  };
}

function forDevice(course: Course): (deviceCourse: DeviceCourse) => DeviceForecast {
  const latestOne = latestVersion(course.facts.versions);
  return (deviceCourse) => {
    const { device, assumedCenti, reportedUm, openingUm } = deviceCourse;
    const plan = (latestOne && planOf(latestOne, device.id)) ?? null;
    const target = plan?.targetUm ?? null;
    const toGo = target === null ? null : actuationsCenti(target, device) - assumedCenti;
    const pace = paceOf(deviceCourse);
    const ahead = turnsToCome(course, deviceCourse);
    const remaining = remainingTravelUm(device, openingUm + expansionUm(assumedCenti, device) - reportedUm);
    return {
      deviceId: device.id,
      targetUm: target,
      targetAtPlan: toGo === null ? missing(plan === null) : dayAfter(ahead, toGo, 1, target),
      targetAtPace: toGo === null ? missing(plan === null) : atPace(ahead, { toGo, target }, pace),
      travelEnds:
        remaining === null
          ? { kind: 'not-assessable', reason: 'travel-unknown' }
          : latestOne === null
            ? missing(true)
            : dayAfter(ahead, actuationsCenti(remaining, device), 1, null),
    };
  };
}

function missing(noProtocol: boolean): Projection {
  return { kind: 'not-assessable', reason: noProtocol ? 'no-protocol' : 'no-target' };
}

function atPace(
  ahead: TurnsToCome,
  { toGo, target }: { toGo: Centi; target: Um | null },
  pace: number | null,
): Projection {
  if (toGo > 0 && (pace === null || pace <= 0)) return { kind: 'not-assessable', reason: 'no-turns' };
  return dayAfter(ahead, toGo, pace ?? 1, target);
}

/** Reported over planned in those slots of the last days of which something is known; null when there are none. */
function paceOf({ entries }: DeviceCourse): number | null {
  const isPlannedDue = (entry: SlotEntry) => isDue(entry) && entry.version !== null;
  const last = entries.findLast(isPlannedDue);
  if (!last) return null;
  let planned = 0;
  let reported = 0;
  for (const entry of entries) {
    if (entry.day <= last.day - PACE_DAYS || !isPlannedDue(entry)) continue;
    if (entry.status === 'unreported' || entry.status === 'not-sure') continue;
    planned += entry.plannedCenti;
    reported += entry.reportedCenti ?? 0;
  }
  return planned <= 0 ? null : reported / planned;
}

/**
 * The day on which a number of hundredths of an actuation will have been turned, at a share of the plan from the
 * first slot that is not yet due. With a target it stops where one more turn would lead further from the amount, as the
 * plan does; without one (`targetUm` null) where all of it is used.
 */
function dayAfter(
  { device, start, most, planIn }: TurnsToCome,
  toGo: Centi,
  share: number,
  targetUm: Um | null,
): Projection {
  const isEnough = (left: number, centi: Centi) => (targetUm === null ? left <= 0 : 2 * left < centi);
  const beyond = (stopUm: Um) => (targetUm === null ? 0 : actuationsCenti(targetUm - stopUm, device));
  let left: number = toGo;
  let reason: 'on-hold' | 'not-within-reach' = 'on-hold';
  for (let day = start; day < start + HORIZON_DAYS; day++) {
    for (let slot = 1; slot <= most; slot++) {
      const plan = planIn(day, slot);
      const centi = plan?.perSession[slot - 1] ?? 0;
      if (plan === null || centi <= 0) continue;
      if (reason === 'on-hold' && isEnough(left, centi)) return { kind: 'reached' };
      // Until a later version begins, the device rests at the target of the one before.
      if (targetUm !== null && plan.targetUm !== null && isEnough(left - beyond(plan.targetUm), centi))
        continue;
      left -= centi * share;
      if (isEnough(left, centi)) return { kind: 'day', day };
      reason = 'not-within-reach';
    }
  }
  return left <= 0 ? { kind: 'reached' } : { kind: 'not-assessable', reason };
}

/**
 * What the protocol asks of a device from now on, whether or not its target is reached: in the slots still open, and those
 * after the latest that has begun. `most`: as many slots has a day at most.
 */
type TurnsToCome = {
  device: Device;
  start: Day;
  most: number;
  planIn: (day: Day, slot: number) => DevicePlan | null;
};

function turnsToCome({ facts, begun }: Course, { device, entries }: DeviceCourse): TurnsToCome {
  const { versions } = facts;
  const lastBegun = begun.at(-1) ?? null;
  const first = lastBegun?.day ?? versions.reduce((day, { fromDay }) => Math.min(day, fromDay), Infinity);
  const start = entries.find((entry) => !isDue(entry))?.day ?? first;
  const open = new Set<number>();
  const done = new Set<number>();
  for (const entry of entries) {
    if (entry.day >= start) (isDue(entry) ? done : open).add(slotKey(entry.day, entry.slot));
  }
  const isAsked = (day: Day, slot: number) => {
    const key = slotKey(day, slot);
    const isAhead =
      lastBegun === null || day > lastBegun.day || (day === lastBegun.day && slot > lastBegun.slot);
    return open.has(key) || (isAhead && !done.has(key));
  };
  const planIn = (day: Day, slot: number) => {
    const version = versionPlanning(versions, day, slot);
    if (version === null || day > (lastPlannedDay(version) ?? day) || !isAsked(day, slot)) return null;
    return planOf(version, device.id) ?? null;
  };
  return { device, start, most: mostSessions(versions), planIn };
}

/** The latest of several days: what is not assessable for one device is not assessable for the case. */
function latest(projections: readonly Projection[]): Projection {
  let result: Projection | null = null;
  for (const projection of projections) {
    if (projection.kind === 'not-assessable') return projection;
    if (result === null || result.kind === 'reached') result = projection;
    else if (projection.kind === 'day' && result.kind === 'day' && projection.day > result.day)
      result = projection;
  }
  return result ?? { kind: 'not-assessable', reason: 'no-protocol' };
}
