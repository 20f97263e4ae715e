import { dayOf } from '#lib/domain/case-day.ts';
import { latestMeasured } from '#lib/domain/measurement/latest-measured.ts';
import type { Course, DeviceCourse } from '#lib/domain/timeline/course.ts';
import type { Um } from '#lib/domain/units.ts';

/** Expansion without the initial opening: the mean of the devices that had a target; null where one is not known. */
export type Expansion = {
  /** The target that the first version set, which a later amendment does not move. */
  plannedUm: Um | null;
  /** As reported. */
  achievedUm: Um | null;
  /** As an image or a ruler showed after the last turn; null unless each of these devices was measured then. */
  measuredUm: Um | null;
};

export function expansionOf(course: Course): Expansion {
  const planned = course.devices.flatMap((deviceCourse) => {
    const targetUm = firstTarget(course, deviceCourse);
    return targetUm === null ? [] : [{ deviceCourse, targetUm }];
  });
  return {
    plannedUm: mean(planned.map(({ targetUm }) => targetUm)),
    achievedUm: mean(planned.map(({ deviceCourse }) => deviceCourse.reportedUm)),
    measuredUm: mean(planned.map(({ deviceCourse }) => measuredAfterLastTurn(course, deviceCourse))),
  };
}

function firstTarget({ facts }: Course, { device }: DeviceCourse): Um | null {
  const versions = [...facts.versions].sort((a, b) => a.version - b.version);
  for (const { devices } of versions) {
    const plan = devices.find(({ deviceId }) => deviceId === device.id);
    if (plan) return plan.targetUm;
  }
  return null;
}

function measuredAfterLastTurn(course: Course, deviceCourse: DeviceCourse): Um | null {
  const measured = latestMeasured(course, deviceCourse, 'device-gap');
  const lastTurn = deviceCourse.entries.findLast(({ reportedCenti }) => (reportedCenti ?? 0) !== 0);
  if (!measured || !lastTurn || dayOf(course.facts.zone, measured.takenAt) < lastTurn.day) return null;
  return measured.valueUm - deviceCourse.device.initialOpeningUm;
}

/** Null where there is nothing, or something is not known. */
function mean(values: readonly (Um | null)[]): Um | null {
  let sum = 0;
  for (const value of values) {
    if (value === null) return null;
    sum += value;
  }
  return values.length === 0 ? null : Math.round(sum / values.length);
}
