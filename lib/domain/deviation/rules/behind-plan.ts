import { extentOf } from '#lib/domain/deviation/extent.ts';
import type { SlotRef } from '#lib/domain/deviation/flag.ts';
import { type Rule, turningDevices } from '#lib/domain/deviation/rule.ts';
import { runStart } from '#lib/domain/deviation/run-start.ts';
import type { Um } from '#lib/domain/units.ts';

export type BehindPlanEvidence = {
  rule: 'behind-plan';
  /** Through the slots that are due. */
  plannedUm: Um;
  reportedUm: Um;
  behindUm: Um;
  /** Of it: reported as not turned, and not reported, which is not the same. */
  notTurnedUm: Um;
  notReportedUm: Um;
  toleranceUm: Um;
  since: SlotRef;
};

/**
 * Fires at `planned - reported >= tolerances.behindUm` (clinic default 1.0 mm; none published, clinical.md §6).
 * Turns nobody is sure of count at their most here; where they decide the matter, `amount-not-sure` says so instead.
 */
export const behindPlan: Rule<BehindPlanEvidence> = (course) => {
  const toleranceUm = course.inForce?.tolerances.behindUm;
  if (toleranceUm === undefined) return [];
  return turningDevices(course).flatMap((device) => {
    const plannedUm = device.plannedDueUm ?? 0;
    const behindUm = plannedUm - device.reportedUm;
    const surelyBehindUm = plannedUm - device.turned.mostUm;
    if (surelyBehindUm < toleranceUm) return [];
    const since = runStart(device, (deviationUm) => -deviationUm >= toleranceUm);
    if (since === null) return [];
    return {
      level: 'look-today' as const,
      extent: extentOf(surelyBehindUm, toleranceUm),
      deviceId: device.device.id,
      onset: since,
      evidence: {
        rule: 'behind-plan' as const,
        plannedUm,
        reportedUm: device.reportedUm,
        behindUm,
        notTurnedUm: device.causes.notTurnedUm,
        notReportedUm: device.causes.notReportedUm,
        toleranceUm,
        since,
      },
    };
  });
};
