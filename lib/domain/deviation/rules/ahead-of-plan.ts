import { extentOf } from '#lib/domain/deviation/extent.ts';
import type { SlotRef } from '#lib/domain/deviation/flag.ts';
import { type Rule, turningDevices } from '#lib/domain/deviation/rule.ts';
import { runStart } from '#lib/domain/deviation/run-start.ts';
import type { Um } from '#lib/domain/units.ts';

export type AheadOfPlanEvidence = {
  rule: 'ahead-of-plan';
  /** Through the slots that are due. */
  plannedUm: Um;
  reportedUm: Um;
  aheadUm: Um;
  toleranceUm: Um;
  since: SlotRef;
};

/**
 * Fires at `reported - planned >= tolerances.aheadUm` (clinic default 0.5 mm; none published, clinical.md §6): too far
 * advanced, or not turned back as planned. Turns nobody is sure of count at their least here; where they decide the
 * matter, `amount-not-sure` says so instead.
 */
export const aheadOfPlan: Rule<AheadOfPlanEvidence> = (course) => {
  const toleranceUm = course.inForce?.tolerances.aheadUm;
  if (toleranceUm === undefined) return [];
  return turningDevices(course).flatMap((device) => {
    const plannedUm = device.plannedDueUm ?? 0;
    const aheadUm = device.reportedUm - plannedUm;
    const surelyAheadUm = device.turned.leastUm - plannedUm;
    if (surelyAheadUm < toleranceUm) return [];
    const since = runStart(device, (deviationUm) => deviationUm >= toleranceUm);
    if (since === null) return [];
    return {
      level: 'look-today' as const,
      extent: extentOf(surelyAheadUm, toleranceUm),
      deviceId: device.device.id,
      onset: since,
      evidence: {
        rule: 'ahead-of-plan' as const,
        plannedUm,
        reportedUm: device.reportedUm,
        aheadUm,
        toleranceUm,
        since,
      },
    };
  });
};
