import { isReached, latestContact } from '#lib/domain/contact/contact.ts';
import { findFlags } from '#lib/domain/deviation/find-flags.ts';
import { isInPlace, isOnHold, isTurning } from '#lib/domain/deviation/rule.ts';
import { lastHeardAt } from '#lib/domain/deviation/rules/silence.ts';
import { remainingTravelUm } from '#lib/domain/device/remaining-travel.ts';
import { forecast } from '#lib/domain/forecast/project.ts';
import { latestMeasured } from '#lib/domain/measurement/latest-measured.ts';
import { removalStanding } from '#lib/domain/removal/removal-standing.ts';
import { buildCourse } from '#lib/domain/timeline/build-course.ts';
import type { Course, DeviceCourse } from '#lib/domain/timeline/course.ts';
import { type Horizon, horizonAt } from '#lib/domain/timeline/horizon.ts';
import type { SlotStatus } from '#lib/domain/timeline/slot-entry.ts';
import type { Assessment, DeviceProgress, RecentSlot } from './assessment.ts';
import type { CaseFacts } from './facts.ts';
import type { Instant } from './units.ts';

const RECENT_DAYS = 7;

/**
 * The judgement of a case at an instant, from the facts recorded by then. Pure: the same facts and instant give the
 * same answer, in whatever order the facts come, and the answer holds until `reassessAt`.
 */
export function assess(facts: CaseFacts, asOf: Instant): Assessment {
  const horizon = horizonAt(asOf);
  return assessCourse(buildCourse(facts, asOf, horizon), horizon);
}

/** The same for a course that is already laid out, with the horizon that it was laid out with. */
export function assessCourse(course: Course, horizon: Horizon): Assessment {
  const ahead = forecast(course);
  return {
    phase: course.phase,
    versionInForce: course.inForce?.version ?? null,
    tolerance: toleranceOf(course),
    devices: course.devices.map((device) => progressOf(course, device)),
    flags: findFlags(course),
    forecast: ahead,
    removal: removalStanding(course, ahead.consolidationEnds),
    lastReportAt: lastHeardAt(course),
    lastContact: lastContactOf(course),
    reachedAt: latestContact(course.facts.contacts.filter(isReached))?.at ?? null,
    nextSlot: isTurning(course) ? course.nextSlot : null,
    recent: isTurning(course) ? recentSlots(course) : [],
    reassessAt: horizon.next(),
  };
}

function lastContactOf({ facts }: Course): Assessment['lastContact'] {
  const last = latestContact(facts.contacts);
  if (last === null) return null;
  const { kind, at, caregiverId, outcome, note } = last;
  return { kind, at, caregiverId, outcome, note };
}

function toleranceOf({ inForce }: Course): Assessment['tolerance'] {
  if (inForce === null) return null;
  const { behindUm, aheadUm } = inForce.tolerances;
  return { behindUm, aheadUm };
}

function progressOf(course: Course, deviceCourse: DeviceCourse): DeviceProgress {
  const { device, plan, openingUm, reportedUm, reportedCenti, notSureSlots } = deviceCourse;
  const plannedUm = deviceCourse.plannedDueUm ?? (plan === null ? null : 0);
  const measured =
    latestMeasured(course, deviceCourse, 'device-gap') ?? latestMeasured(course, deviceCourse, 'bone-gap');
  return {
    deviceId: device.id,
    label: device.label,
    inPlace: isInPlace(course, deviceCourse),
    plannedUm,
    reportedUm,
    reportedCenti,
    notSureSlots,
    deviationUm: plannedUm === null ? null : reportedUm - plannedUm,
    causes: deviceCourse.causes,
    targetUm: plan?.targetUm ?? null,
    openingUm,
    anchoredUm: openingUm - device.initialOpeningUm - reportedUm,
    remainingTravelUm: remainingTravelUm(device, openingUm),
    onHold: isOnHold(course, deviceCourse),
    measured: measured && {
      kind: measured.kind,
      valueUm: measured.valueUm,
      takenAt: measured.takenAt,
      expectedUm: measured.expectedUm,
    },
  };
}

/** The slots of the seven days up to the latest one that has begun. */
function recentSlots({ devices }: Course): readonly RecentSlot[] {
  const lastDay = devices.reduce(
    (day, { entries }) => Math.max(day, entries.at(-1)?.day ?? day),
    Number.NEGATIVE_INFINITY,
  );
  const slots = new Map<string, { day: number; slot: number; statuses: SlotStatus[] }>();
  devices.forEach(({ entries }, index) => {
    for (const entry of entries) {
      if (entry.day <= lastDay - RECENT_DAYS) continue;
      const key = `${entry.day}#${entry.slot}`;
      const found = slots.get(key) ?? {
        day: entry.day,
        slot: entry.slot,
        statuses: devices.map(() => 'quiet' as const),
      };
      found.statuses[index] = entry.status;
      slots.set(key, found);
    }
  });
  return [...slots.values()].sort((a, b) => a.day - b.day || a.slot - b.slot);
}
