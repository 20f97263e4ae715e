import { extentOf } from '#lib/domain/deviation/extent.ts';
import type { NotAssessable, SlotRef } from '#lib/domain/deviation/flag.ts';
import { type Rule, turningDevices } from '#lib/domain/deviation/rule.ts';
import type { Device } from '#lib/domain/device/device.ts';
import type { DeviceCourse } from '#lib/domain/timeline/course.ts';
import { isDue } from '#lib/domain/timeline/device-course.ts';
import { type Centi, expansionUm, type Um } from '#lib/domain/units.ts';

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
 * Fires at `most - least >= tolerances.asymmetryUm` (clinic default 1.0 mm; none published, clinical.md §6), however the
 * turns were that nobody is sure of; not assessable where it hangs on them.
 */
export const asymmetry: Rule<AsymmetryEvidence | NotAssessable> = (course) => {
  const toleranceUm = course.inForce?.tolerances.asymmetryUm;
  if (toleranceUm === undefined) return [];
  const devices = turningDevices(course).filter(wasAsked).sort(byDeviation);
  const least = devices[0];
  const most = devices.at(-1);
  if (!least || !most) return [];
  const beyondPlanUm = deviation(most) - deviation(least);
  const { leastUm: surelyUm, mostUm: perhapsUm } = apart(devices);
  if (perhapsUm < toleranceUm) return [];
  if (surelyUm < toleranceUm) {
    const evidence = { rule: 'not-assessable', about: 'asymmetry', reason: 'amount-not-sure' } as const;
    return [{ level: 'look-today', deviceId: null, onset: null, evidence }];
  }
  return [
    {
      level: 'look-today',
      extent: extentOf(surelyUm, toleranceUm),
      deviceId: null,
      onset: beginning(devices, toleranceUm),
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

/** A device of which nothing was due so far has nothing to be compared by. */
function wasAsked({ entries }: DeviceCourse): boolean {
  return entries.some((entry) => entry.version !== null && isDue(entry));
}

/** How far apart from their plans the devices are at the least and at the most, whatever was done in unsure turns. */
function apart(devices: readonly DeviceCourse[]): { leastUm: Um; mostUm: Um } {
  const ranges = devices.map(({ turned, plannedDueUm }) => ({
    lowUm: turned.leastUm - (plannedDueUm ?? 0),
    highUm: turned.mostUm - (plannedDueUm ?? 0),
  }));
  const highestLow = Math.max(...ranges.map(({ lowUm }) => lowUm));
  const lowestHigh = Math.min(...ranges.map(({ highUm }) => highUm));
  let mostUm = 0;
  for (const [index, { highUm }] of ranges.entries()) {
    for (const [other, { lowUm }] of ranges.entries())
      if (other !== index) mostUm = Math.max(mostUm, highUm - lowUm);
  }
  return { leastUm: Math.max(0, highestLow - lowestHigh), mostUm };
}

function byDeviation(a: DeviceCourse, b: DeviceCourse): number {
  return deviation(a) - deviation(b) || (a.device.id < b.device.id ? -1 : 1);
}

/** The first slot of the unbroken run, up to now, in which the devices were this far apart from their plans. */
function beginning(devices: readonly DeviceCourse[], toleranceUm: Um): SlotRef | null {
  const totals: Totals[] = devices.map(({ device }) => ({
    device,
    isPlanned: false,
    plannedCenti: 0,
    reportedCenti: 0,
  }));
  const due = devices
    .flatMap(({ entries }, index) => entries.filter(isDue).map((entry) => ({ entry, index })))
    .sort((a, b) => a.entry.day - b.entry.day || a.entry.slot - b.entry.slot);
  let start: SlotRef | null = null;
  due.forEach(({ entry, index }, place) => {
    const total = totals[index];
    if (!total) return;
    total.isPlanned ||= entry.version !== null;
    total.plannedCenti += entry.plannedCenti;
    total.reportedCenti += entry.reportedCenti ?? 0;
    const next = due[place + 1]?.entry;
    if (next && next.day === entry.day && next.slot === entry.slot) return;
    if (spreadUm(totals) < toleranceUm) start = null;
    else start ??= { day: entry.day, slot: entry.slot };
  });
  return start;
}

type Totals = { device: Device; isPlanned: boolean; plannedCenti: Centi; reportedCenti: Centi };

/** How far the devices are apart, of those that had a plan by then. */
function spreadUm(totals: readonly Totals[]): Um {
  const deviations = totals
    .filter(({ isPlanned }) => isPlanned)
    .map(
      (total) =>
        expansionUm(total.reportedCenti, total.device) - expansionUm(total.plannedCenti, total.device),
    );
  return deviations.length === 0 ? 0 : Math.max(...deviations) - Math.min(...deviations);
}

function deviation({ reportedUm, plannedDueUm }: DeviceCourse): Um {
  return reportedUm - (plannedDueUm ?? 0);
}
