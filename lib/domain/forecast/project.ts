import { isInPlace } from '#lib/domain/deviation/rule.ts';
import { remainingTravelUm } from '#lib/domain/device/remaining-travel.ts';
import { sessionsOf } from '#lib/domain/plan/planned-slots.ts';
import { lastPlannedDay, latestVersion } from '#lib/domain/protocol/version.ts';
import type { Course, DeviceCourse } from '#lib/domain/timeline/course.ts';
import { isDue } from '#lib/domain/timeline/device-course.ts';
import { slotKey } from '#lib/domain/timeline/reports-by-slot.ts';
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
  const ahead = latestVersion(course.facts.versions);
  return (deviceCourse) => {
    const { device, assumedCenti, reportedUm, openingUm } = deviceCourse;
    const plan = ahead?.devices.find(({ deviceId }) => deviceId === device.id) ?? null;
    const target = plan?.targetUm ?? null;
    const toGo = target === null ? null : actuationsCenti(target, device) - assumedCenti;
    const pace = paceOf(deviceCourse);
    const remaining = remainingTravelUm(device, openingUm + expansionUm(assumedCenti, device) - reportedUm);
    return {
      deviceId: device.id,
      targetUm: target,
      targetAtPlan: toGo === null ? missing(plan === null) : dayAfter(course, deviceCourse, toGo, 1, target),
      targetAtPace:
        toGo === null ? missing(plan === null) : atPace(course, deviceCourse, { toGo, target }, pace),
      travelEnds:
        remaining === null
          ? { kind: 'not-assessable', reason: 'travel-unknown' }
          : dayAfter(course, deviceCourse, actuationsCenti(remaining, device), 1, null),
    };
  };
}

function missing(noProtocol: boolean): Projection {
  return { kind: 'not-assessable', reason: noProtocol ? 'no-protocol' : 'no-target' };
}

function atPace(
  course: Course,
  device: DeviceCourse,
  { toGo, target }: { toGo: Centi; target: Um | null },
  pace: number | null,
): Projection {
  if (toGo > 0 && (pace === null || pace <= 0)) return { kind: 'not-assessable', reason: 'no-turns' };
  return dayAfter(course, device, toGo, pace ?? 1, target);
}

/** Reported over planned in those slots of the last days of which something is known; null when there are none. */
function paceOf({ entries }: DeviceCourse): number | null {
  const due = entries.filter((entry) => isDue(entry) && entry.version !== null);
  const last = due.at(-1);
  if (!last) return null;
  let planned = 0;
  let reported = 0;
  for (const entry of due) {
    if (entry.day <= last.day - PACE_DAYS) continue;
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
  course: Course,
  deviceCourse: DeviceCourse,
  toGo: Centi,
  share: number,
  targetUm: Um | null,
): Projection {
  const { device } = deviceCourse;
  const isEnough = (left: number, centi: Centi) => (targetUm === null ? left <= 0 : 2 * left < centi);
  const beyond = (stopUm: Um) => (targetUm === null ? 0 : actuationsCenti(targetUm - stopUm, device));
  let left: number = toGo;
  let reason: 'on-hold' | 'not-within-reach' = 'on-hold';
  for (const { day, centi, stopUm } of turnsToCome(course, deviceCourse)) {
    if (reason === 'on-hold' && isEnough(left, centi)) return { kind: 'reached' };
    // Until a later version begins, the device rests at the target of the one before.
    if (targetUm !== null && stopUm !== null && isEnough(left - beyond(stopUm), centi)) continue;
    left -= centi * share;
    if (isEnough(left, centi)) return { kind: 'day', day };
    reason = 'not-within-reach';
  }
  return left <= 0 ? { kind: 'reached' } : { kind: 'not-assessable', reason };
}

/**
 * The turns that the protocol asks of a device from now on, whether or not its target is reached: the slots still
 * open, and those after the latest that has begun.
 */
function* turnsToCome(
  { facts, begun }: Course,
  { device, entries }: DeviceCourse,
): Generator<{ day: Day; centi: Centi; stopUm: Um | null }> {
  const lastBegun = begun.at(-1) ?? null;
  const first =
    lastBegun?.day ?? facts.versions.reduce((day, { fromDay }) => Math.min(day, fromDay), Infinity);
  const start = entries.find((entry) => !isDue(entry))?.day ?? first;
  const open = new Set<number>();
  const done = new Set<number>();
  for (const entry of entries) {
    if (entry.day >= start) (isDue(entry) ? done : open).add(slotKey(entry.day, entry.slot));
  }
  for (let day = start; day < start + HORIZON_DAYS; day++) {
    for (const { version, slot } of sessionsOf(facts.versions, day)) {
      const plan = version.devices.find(({ deviceId }) => deviceId === device.id);
      const centi = plan?.perSession[slot - 1] ?? 0;
      const isPast = day > (lastPlannedDay(version) ?? day);
      const isAhead =
        lastBegun === null || day > lastBegun.day || (day === lastBegun.day && slot > lastBegun.slot);
      const key = slotKey(day, slot);
      if (centi > 0 && !isPast && (open.has(key) || (isAhead && !done.has(key))))
        yield { day, centi, stopUm: plan?.targetUm ?? null };
    }
  }
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
