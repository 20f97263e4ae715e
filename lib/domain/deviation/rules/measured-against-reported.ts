import { dayOf } from '#lib/domain/case-day.ts';
import { extentOf } from '#lib/domain/deviation/extent.ts';
import { isInPlace, type Rule } from '#lib/domain/deviation/rule.ts';
import { latestMeasured, measuredToleranceUm } from '#lib/domain/measurement/latest-measured.ts';
import type { Instant, Um } from '#lib/domain/units.ts';

export type MeasuredAgainstReportedEvidence = {
  rule: 'measured-against-reported';
  kind: 'device-gap' | 'bone-gap';
  measuredUm: Um;
  /** Initial opening and the turns reported by then. */
  expectedUm: Um;
  differenceUm: Um;
  toleranceUm: Um;
  uncertaintyUm: Um | null;
  takenAt: Instant;
};

/**
 * The latest reading of a device against what was reported by then: a device may be reversing or failing.
 * Fires at `|measured - expected| >= max(tolerances.measuredUm, measuredPermille of the expected opening)`
 * (clinic default 1.5 mm or 10 %; clinical.md §6).
 */
export const measuredAgainstReported: Rule<MeasuredAgainstReportedEvidence> = (course) => {
  const tolerances = course.inForce?.tolerances;
  if (!tolerances) return [];
  return course.devices
    .filter((device) => isInPlace(course, device))
    .flatMap((device) =>
      (['device-gap', 'bone-gap'] as const).flatMap((kind) => {
        const latest = latestMeasured(course, device, kind);
        if (!latest) return [];
        const { valueUm: measuredUm, expectedUm, takenAt, uncertaintyUm } = latest;
        const differenceUm = measuredUm - expectedUm;
        const toleranceUm = measuredToleranceUm(tolerances, expectedUm);
        if (Math.abs(differenceUm) < toleranceUm) return [];
        return {
          level: 'act-now' as const,
          extent: extentOf(differenceUm, toleranceUm),
          deviceId: device.device.id,
          onset: { day: dayOf(course.facts.zone, takenAt), slot: 0 },
          evidence: {
            rule: 'measured-against-reported' as const,
            kind,
            measuredUm,
            expectedUm,
            differenceUm,
            toleranceUm,
            uncertaintyUm,
            takenAt,
          },
        };
      }),
    );
};
