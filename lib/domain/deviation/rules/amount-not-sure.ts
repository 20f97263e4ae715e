import type { NotAssessable } from '#lib/domain/deviation/flag.ts';
import { type Rule, turningDevices } from '#lib/domain/deviation/rule.ts';
import type { Tolerances } from '#lib/domain/protocol/version.ts';
import type { DeviceCourse } from '#lib/domain/timeline/course.ts';
import type { Um } from '#lib/domain/units.ts';

/**
 * Behind or ahead cannot be judged where it depends on turns that nobody is sure of: the verdict with them at
 * their least differs from the verdict with them at their most.
 */
export const amountNotSure: Rule<NotAssessable> = (course) => {
  const tolerances = course.inForce?.tolerances;
  if (!tolerances) return [];
  return turningDevices(course)
    .filter(
      (device) =>
        device.notSureSlots > 0 &&
        verdict(device, device.turned.leastUm, tolerances) !==
          verdict(device, device.turned.mostUm, tolerances),
    )
    .map((device) => ({
      level: 'look-today',
      deviceId: device.device.id,
      onset: null,
      evidence: { rule: 'not-assessable', about: 'behind-plan', reason: 'amount-not-sure' },
    }));
};

function verdict(
  { plannedDueUm }: DeviceCourse,
  turnedUm: Um,
  tolerances: Tolerances,
): 'behind' | 'ahead' | 'on-plan' {
  const deviationUm = turnedUm - (plannedDueUm ?? 0);
  if (-deviationUm >= tolerances.behindUm) return 'behind';
  return deviationUm >= tolerances.aheadUm ? 'ahead' : 'on-plan';
}
