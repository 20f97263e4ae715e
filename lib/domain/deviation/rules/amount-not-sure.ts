import type { NotAssessable } from '#lib/domain/deviation/flag.ts';
import { type Rule, turningDevices } from '#lib/domain/deviation/rule.ts';
import type { Tolerances } from '#lib/domain/protocol/version.ts';
import type { DeviceCourse } from '#lib/domain/timeline/course.ts';

/**
 * Behind or ahead cannot be judged where it depends on turns that nobody is sure of: the verdict with all of them
 * done differs from the verdict with none.
 */
export const amountNotSure: Rule<NotAssessable> = (course) => {
  const tolerances = course.inForce?.tolerances;
  if (!tolerances) return [];
  return turningDevices(course)
    .filter(
      (device) =>
        device.notSureSlots > 0 &&
        verdict(device, 0, tolerances) !== verdict(device, device.notSureUm, tolerances),
    )
    .map((device) => ({
      level: 'look-today',
      deviceId: device.device.id,
      onset: null,
      evidence: { rule: 'not-assessable', about: 'behind-plan', reason: 'amount-not-sure' },
    }));
};

function verdict(
  device: DeviceCourse,
  assumedUm: number,
  tolerances: Tolerances,
): 'behind' | 'ahead' | 'on-plan' {
  const deviationUm = device.reportedUm + assumedUm - (device.plannedDueUm ?? 0);
  if (-deviationUm >= tolerances.behindUm) return 'behind';
  return deviationUm >= tolerances.aheadUm ? 'ahead' : 'on-plan';
}
