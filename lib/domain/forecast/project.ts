import { isInPlace } from '#lib/domain/deviation/rule.ts';
import type { Device } from '#lib/domain/device/device.ts';
import { remainingTravelUm } from '#lib/domain/device/remaining-travel.ts';
import { mostSessions, reversalEnd, versionPlanning } from '#lib/domain/plan/planned-slots.ts';
import {
  type DevicePlan,
  directionOf,
  lastPlannedDay,
  latestVersion,
  planOf,
} from '#lib/domain/protocol/version.ts';
import type { Course, DeviceCourse } from '#lib/domain/timeline/course.ts';
import { isDue } from '#lib/domain/timeline/device-course.ts';
import { slotKey } from '#lib/domain/timeline/reports-by-slot.ts';
import type { SlotEntry } from '#lib/domain/timeline/slot-entry.ts';
import { actuationsCenti, type Centi, type Day, expansionUm } from '#lib/domain/units.ts';
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
    const aim = plan === null ? null : aimOf(plan, deviceCourse);
    const pace = paceOf(deviceCourse);
    const ahead = turnsToCome(course, deviceCourse);
    const assumedUm = expansionUm(assumedCenti, device);
    const remaining = remainingTravelUm(device, openingUm + assumedUm - reportedUm);
    return {
      deviceId: device.id,
      targetUm: plan?.targetUm ?? null,
      assumedUm,
      targetAtPlan: aim === null ? missing(plan === null) : dayAfter(ahead, aim, 1),
      targetAtPace: aim === null ? missing(plan === null) : atPace(ahead, aim, pace),
      travelEnds:
        remaining === null
          ? { kind: 'not-assessable', reason: 'travel-unknown' }
          : latestOne === null
            ? missing(true)
            : dayAfter(ahead, { toGo: actuationsCenti(remaining, device), direction: 1, of: 'travel' }, 1),
    };
  };
}

function missing(noProtocol: boolean): Projection {
  return { kind: 'not-assessable', reason: noProtocol ? 'no-protocol' : 'no-target' };
}

/** How far a device is from where it is turned to, signed, and which way its last version turns it. */
type Aim = { toGo: Centi; direction: 1 | -1; of: 'target' | 'travel' };

/** The target of a plan; null: it names none. Of a reversal that has none behind it, the opening at placement. */
function aimOf(plan: DevicePlan, { device, assumedCenti, entries }: DeviceCourse): Aim | null {
  if (plan.targetUm === null) return null;
  const direction = directionOf(plan);
  const end =
    direction < 0
      ? reversalEnd(plan, device, entries.at(-1)?.plannedTotalCenti ?? 0)
      : actuationsCenti(plan.targetUm, device);
  return { toGo: end - assumedCenti, direction, of: 'target' };
}

function atPace(ahead: TurnsToCome, aim: Aim, pace: number | null): Projection {
  const isShort = aim.toGo * aim.direction > 0;
  if (isShort && (pace === null || pace <= 0)) return { kind: 'not-assessable', reason: 'no-turns' };
  return dayAfter(ahead, aim, pace ?? 1);
}

/**
 * Reported over planned in those slots of the last days of which something is known, each the way it was planned; null
 * when there are none.
 */
function paceOf({ entries }: DeviceCourse): number | null {
  const isPlannedDue = (entry: SlotEntry) => isDue(entry) && entry.version !== null;
  const last = entries.findLast(isPlannedDue);
  if (!last) return null;
  let planned = 0;
  let reported = 0;
  let direction = 1;
  for (const entry of entries) {
    if (entry.plannedCenti !== 0) direction = Math.sign(entry.plannedCenti);
    if (entry.day <= last.day - PACE_DAYS || !isPlannedDue(entry)) continue;
    if (entry.status === 'unreported' || entry.status === 'not-sure') continue;
    planned += Math.abs(entry.plannedCenti);
    reported += direction * (entry.reportedCenti ?? 0);
  }
  return planned === 0 ? null : reported / planned;
}

/** Whether an amount is turned: on, where one more turn would lead further from it; back, where one more would pass it. */
function isEnough(left: Centi, centi: Centi): boolean {
  return centi < 0 ? left > centi : 2 * left < centi;
}

/**
 * The day on which a number of hundredths of an actuation will have been turned, at a share of the plan from the
 * first slot that is not yet due. With a target it stops where the plan does; to the end of the travel all of it is used.
 */
function dayAfter(ahead: TurnsToCome, { toGo, direction, of }: Aim, share: number): Projection {
  const { start, most, planIn } = ahead;
  let left: number = toGo;
  // Turns the other way, of a version before, do not arrive.
  const isThere = (centi: Centi) =>
    of === 'travel' ? left <= 0 : centi * direction > 0 && isEnough(left, centi);
  let reason: 'on-hold' | 'not-within-reach' = 'on-hold';
  for (let day = start; day < start + HORIZON_DAYS; day++) {
    for (let slot = 1; slot <= most; slot++) {
      const plan = planIn(day, slot);
      const centi = plan?.perSession[slot - 1] ?? 0;
      if (plan === null || centi === 0) continue;
      if (reason === 'on-hold' && isThere(centi)) return { kind: 'reached' };
      if (isAtRest(ahead, plan, centi, { turned: toGo - left, of })) continue;
      left -= centi * share;
      if (isThere(centi)) return { kind: 'day', day };
      reason = 'not-within-reach';
    }
  }
  return left * direction <= 0 ? { kind: 'reached' } : { kind: 'not-assessable', reason };
}

/**
 * Whether a device rests in a slot, having been turned so far from now on: at the target of the version of that slot,
 * until a later one begins. To the end of its travel it is turned on past each target, but back no further than the plan.
 */
function isAtRest(
  { device, from, planned }: TurnsToCome,
  plan: DevicePlan,
  centi: Centi,
  { turned, of }: { turned: number; of: Aim['of'] },
): boolean {
  const at = from + turned;
  if (centi < 0) return isEnough(reversalEnd(plan, device, Math.max(at, planned)) - at, centi);
  return (
    of === 'target' && plan.targetUm !== null && isEnough(actuationsCenti(plan.targetUm, device) - at, centi)
  );
}

/**
 * What the protocol asks of a device from now on, whether or not its target is reached: in the slots still open, and those
 * after the latest that has begun. `most`: as many slots has a day at most. `from`: where the device is taken to be now;
 * `planned`: where the plan has it.
 */
type TurnsToCome = {
  device: Device;
  from: Centi;
  planned: Centi;
  start: Day;
  most: number;
  planIn: (day: Day, slot: number) => DevicePlan | null;
};

function turnsToCome({ facts, begun }: Course, { device, entries, assumedCenti }: DeviceCourse): TurnsToCome {
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
  const planned = entries.at(-1)?.plannedTotalCenti ?? 0;
  return { device, from: assumedCenti, planned, start, most: mostSessions(versions), planIn };
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
