import { dayOf } from '#lib/domain/case-day.ts';
import { extentOf } from '#lib/domain/deviation/extent.ts';
import type { Finding, NotAssessable } from '#lib/domain/deviation/flag.ts';
import { isInPlace, type Rule } from '#lib/domain/deviation/rule.ts';
import {
  latestMeasured,
  type MeasuredOpening,
  measuredToleranceUm,
} from '#lib/domain/measurement/latest-measured.ts';
import type { Tolerances } from '#lib/domain/protocol/version.ts';
import type { DeviceCourse } from '#lib/domain/timeline/course.ts';
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
 * (clinic default 1.5 mm or 10 %; clinical.md §6). Not assessable where that hangs on turns that nobody is sure of, nor
 * without a protocol, which has the tolerances.
 */
export const measuredAgainstReported: Rule<MeasuredAgainstReportedEvidence | NotAssessable> = (course) => {
  const tolerances = course.inForce?.tolerances;
  return course.devices
    .filter((device) => isInPlace(course, device))
    .flatMap((device) => {
      const readings = (['device-gap', 'bone-gap'] as const).flatMap(
        (kind) => latestMeasured(course, device, kind) ?? [],
      );
      if (!tolerances) return readings.length > 0 ? [notAssessable(device, 'no-protocol')] : [];
      const sure = readings.filter((reading) => !hangsOnUnsure(reading, tolerances));
      return [
        ...sure.flatMap((reading) => departure(course.facts.zone, device, reading, tolerances)),
        ...(sure.length < readings.length ? [notAssessable(device, 'amount-not-sure')] : []),
      ];
    });
};

function departs(
  { valueUm }: MeasuredOpening,
  expectedUm: Um,
  tolerances: Tolerances,
): 'more' | 'less' | 'no' {
  const differenceUm = valueUm - expectedUm;
  if (Math.abs(differenceUm) < measuredToleranceUm(tolerances, expectedUm)) return 'no';
  return differenceUm > 0 ? 'more' : 'less';
}

function hangsOnUnsure(reading: MeasuredOpening, tolerances: Tolerances): boolean {
  const { expectedAtLeastUm, expectedAtMostUm } = reading;
  return departs(reading, expectedAtLeastUm, tolerances) !== departs(reading, expectedAtMostUm, tolerances);
}

function notAssessable({ device }: DeviceCourse, reason: NotAssessable['reason']): Finding<NotAssessable> {
  const evidence = {
    rule: 'not-assessable',
    about: 'measured-against-reported',
    reason,
  } as const;
  return { level: 'look-today', deviceId: device.id, onset: null, evidence };
}

function departure(
  zone: string,
  { device }: DeviceCourse,
  reading: MeasuredOpening,
  tolerances: Tolerances,
): Finding<MeasuredAgainstReportedEvidence>[] {
  const { kind, valueUm: measuredUm, expectedUm, takenAt, uncertaintyUm } = reading;
  if (departs(reading, expectedUm, tolerances) === 'no') return [];
  const differenceUm = measuredUm - expectedUm;
  const toleranceUm = measuredToleranceUm(tolerances, expectedUm);
  return [
    {
      level: 'act-now',
      extent: extentOf(differenceUm, toleranceUm),
      deviceId: device.id,
      onset: { day: dayOf(zone, takenAt), slot: 0 },
      evidence: {
        rule: 'measured-against-reported',
        kind,
        measuredUm,
        expectedUm,
        differenceUm,
        toleranceUm,
        uncertaintyUm,
        takenAt,
      },
    },
  ];
}
