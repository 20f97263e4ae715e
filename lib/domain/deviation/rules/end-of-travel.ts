import type { Finding, NotAssessable } from '#lib/domain/deviation/flag.ts';
import { isInPlace, isTurning, type Rule } from '#lib/domain/deviation/rule.ts';
import { expectedOpeningUm } from '#lib/domain/device/opening.ts';
import { remainingTravelUm } from '#lib/domain/device/remaining-travel.ts';
import type { FlagLevel } from '#lib/domain/facts.ts';
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
 * (clinic default 3; none published). Judged on the least opening that there can be; not assessable beyond that where it
 * hangs on turns that nobody is sure of, nor when the travel of the device was not recorded.
 */
export const endOfTravel: Rule<EndOfTravelEvidence | NotAssessable> = (course) => {
  const noticeDays = course.inForce?.tolerances.travelNoticeDays;
  if (noticeDays === undefined || !isTurning(course)) return [];
  return course.devices.flatMap((deviceCourse) => {
    const { device, openingUm } = deviceCourse;
    const { travelUm } = device;
    if (deviceCourse.plan === null || !isInPlace(course, deviceCourse)) return [];
    if (travelUm === null) return [notAssessable(deviceCourse, 'information', 'travel-unknown')];
    const isSure = deviceCourse.notSureSlots === 0;
    const surely = levelOf(deviceCourse, isSure ? null : 'least', noticeDays);
    const perhaps = isSure ? surely : levelOf(deviceCourse, 'most', noticeDays);
    const findings: Finding<EndOfTravelEvidence | NotAssessable>[] = [];
    if (surely !== null) {
      findings.push({
        level: surely,
        deviceId: device.id,
        onset: null,
        evidence: {
          rule: 'end-of-travel',
          travelUm,
          openingUm,
          remainingUm: travelUm - openingUm,
          stillPlannedUm: plannedWithin(deviceCourse, deviceCourse.reportedUm, noticeDays),
          noticeDays,
        },
      });
    }
    if (perhaps !== surely) findings.push(notAssessable(deviceCourse, 'look-today', 'amount-not-sure'));
    return findings;
  });
};

/** The level at a bound of what nobody is sure of; null: travel enough is left. */
function levelOf(
  deviceCourse: DeviceCourse,
  bound: 'least' | 'most' | null,
  noticeDays: number,
): 'act-now' | 'look-today' | null {
  const { device, turned, openingUm, reportedUm } = deviceCourse;
  const boundUm =
    bound === null ? openingUm : expectedOpeningUm(deviceCourse, Number.POSITIVE_INFINITY, bound);
  const turnedUm = bound === null ? reportedUm : bound === 'least' ? turned.leastUm : turned.mostUm;
  const remainingUm = remainingTravelUm(device, boundUm);
  if (remainingUm === null) return null;
  if (remainingUm <= 0) return 'act-now';
  const stillPlannedUm = plannedWithin(deviceCourse, turnedUm, noticeDays);
  return stillPlannedUm > 0 && remainingUm <= stillPlannedUm ? 'look-today' : null;
}

function notAssessable(
  { device }: DeviceCourse,
  level: FlagLevel,
  reason: NotAssessable['reason'],
): Finding<NotAssessable> {
  const evidence = { rule: 'not-assessable', about: 'end-of-travel', reason } as const;
  return { level, deviceId: device.id, onset: null, evidence };
}

function plannedWithin({ plan, device }: DeviceCourse, turnedUm: Um, days: number): Um {
  if (plan === null) return 0;
  const perDayCenti = plan.perSession.reduce((sum, centi) => sum + centi, 0);
  const plannedUm = Math.max(0, expansionUm(perDayCenti * days, device));
  return plan.targetUm === null ? plannedUm : Math.max(0, Math.min(plannedUm, plan.targetUm - turnedUm));
}
