import type { NotAssessable } from '#lib/domain/deviation/flag.ts';
import { isInPlace, isTurning, type Rule } from '#lib/domain/deviation/rule.ts';
import { remainingTravelUm } from '#lib/domain/device/remaining-travel.ts';
import type { DeviceCourse } from '#lib/domain/timeline/course.ts';
import { expansionUm, type Um } from '#lib/domain/units.ts';

export type EndOfTravelEvidence = {
  rule: 'end-of-travel';
  travelUm: Um;
  openingUm: Um;
  remainingUm: Um;
  /** What the plan still asks for within the notice, at most. */
  stillPlannedUm: Um;
  noticeDays: number;
};

/**
 * Act now at `remaining <= 0`; look today at `remaining <= what is planned within tolerances.travelNoticeDays`
 * (clinic default 3; none published). Not assessable when the travel of the device was not recorded.
 */
export const endOfTravel: Rule<EndOfTravelEvidence | NotAssessable> = (course) => {
  const noticeDays = course.inForce?.tolerances.travelNoticeDays;
  if (noticeDays === undefined || !isTurning(course)) return [];
  return course.devices.flatMap((deviceCourse) => {
    const { device } = deviceCourse;
    if (deviceCourse.plan === null || !isInPlace(course, deviceCourse)) return [];
    const remainingUm = remainingTravelUm(device, deviceCourse.openingUm);
    if (remainingUm === null || device.travelUm === null) {
      const evidence = { rule: 'not-assessable', about: 'end-of-travel', reason: 'travel-unknown' } as const;
      return { level: 'information' as const, deviceId: device.id, onset: null, evidence };
    }
    const stillPlannedUm = plannedWithin(deviceCourse, noticeDays);
    const isNear = stillPlannedUm > 0 && remainingUm <= stillPlannedUm;
    if (remainingUm > 0 && !isNear) return [];
    const openingUm = device.travelUm - remainingUm;
    return {
      level: remainingUm <= 0 ? ('act-now' as const) : ('look-today' as const),
      deviceId: device.id,
      onset: null,
      evidence: {
        rule: 'end-of-travel' as const,
        travelUm: device.travelUm,
        openingUm,
        remainingUm,
        stillPlannedUm,
        noticeDays,
      },
    };
  });
};

function plannedWithin({ plan, device, reportedUm }: DeviceCourse, days: number): Um {
  if (plan === null) return 0;
  const perDayCenti = plan.perSession.reduce((sum, centi) => sum + centi, 0);
  const plannedUm = Math.max(0, expansionUm(perDayCenti * days, device));
  return plan.targetUm === null ? plannedUm : Math.max(0, Math.min(plannedUm, plan.targetUm - reportedUm));
}
