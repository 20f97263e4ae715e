import type { NotAssessable, SlotRef } from '#lib/domain/deviation/flag.ts';
import { type Rule, turningDevices } from '#lib/domain/deviation/rule.ts';
import type { DeviceCourse } from '#lib/domain/timeline/course.ts';
import { isDue } from '#lib/domain/timeline/device-course.ts';
import { expansionUm, type Um } from '#lib/domain/units.ts';

export type AsymmetryEvidence = {
  rule: 'asymmetry';
  /** The device furthest behind its own plan, and the one furthest ahead of (or least behind) its own. */
  leastDeviceId: string;
  mostDeviceId: string;
  leastDeviationUm: Um;
  mostDeviationUm: Um;
  beyondPlanUm: Um;
  toleranceUm: Um;
};

/**
 * Devices that depart from their own plans by different amounts: a plan that is asymmetric on purpose raises nothing.
 * Fires at `most - least >= tolerances.asymmetryUm` (clinic default 1.0 mm; none published, clinical.md §6).
 */
export const asymmetry: Rule<AsymmetryEvidence | NotAssessable> = (course) => {
  const toleranceUm = course.inForce?.tolerances.asymmetryUm;
  if (toleranceUm === undefined) return [];
  const devices = [...turningDevices(course)].sort(byDeviation);
  const least = devices[0];
  const most = devices.at(-1);
  if (!least || !most) return [];
  const beyondPlanUm = deviation(most) - deviation(least);
  const notSureUm = devices.reduce((um, device) => Math.max(um, device.notSureUm), 0);
  if (beyondPlanUm >= toleranceUm && beyondPlanUm - notSureUm < toleranceUm) {
    const evidence = { rule: 'not-assessable', about: 'asymmetry', reason: 'amount-not-sure' } as const;
    return [{ level: 'look-today', deviceId: null, onset: null, evidence }];
  }
  if (beyondPlanUm < toleranceUm) return [];
  return [
    {
      level: 'look-today',
      deviceId: null,
      onset: beginning(least, most, toleranceUm),
      evidence: {
        rule: 'asymmetry',
        leastDeviceId: least.device.id,
        mostDeviceId: most.device.id,
        leastDeviationUm: deviation(least),
        mostDeviationUm: deviation(most),
        beyondPlanUm,
        toleranceUm,
      },
    },
  ];
};

function byDeviation(a: DeviceCourse, b: DeviceCourse): number {
  return deviation(a) - deviation(b) || (a.device.id < b.device.id ? -1 : 1);
}

/** The first slot of the unbroken run, up to now, in which the two were this far apart. */
function beginning(least: DeviceCourse, most: DeviceCourse, toleranceUm: Um): SlotRef | null {
  let start: SlotRef | null = null;
  let other = least.entries.length - 1;
  for (let index = most.entries.length - 1; index >= 0; index--) {
    const entry = most.entries[index];
    if (!entry || !isDue(entry)) continue;
    while (other >= 0 && !isAtOrBefore(least.entries[other], entry)) other--;
    const apartUm = deviationAt(most, index) - deviationAt(least, other);
    if (start !== null && apartUm < toleranceUm) break;
    start = { day: entry.day, slot: entry.slot };
  }
  return start;
}

function isAtOrBefore(entry: SlotRef | undefined, limit: SlotRef): boolean {
  return (
    entry !== undefined && (entry.day < limit.day || (entry.day === limit.day && entry.slot <= limit.slot))
  );
}

function deviationAt({ entries, device }: DeviceCourse, index: number): Um {
  const entry = entries[index];
  if (!entry) return 0;
  return expansionUm(entry.reportedTotalCenti, device) - expansionUm(entry.plannedTotalCenti, device);
}

function deviation({ reportedUm, plannedDueUm }: DeviceCourse): Um {
  return reportedUm - (plannedDueUm ?? 0);
}
