import { expectedOpeningUm } from '#lib/domain/device/opening.ts';
import { measuredToleranceUm } from '#lib/domain/measurement/latest-measured.ts';
import type { Measurement, MeasurementLine } from '#lib/domain/measurement/measurement.ts';
import type { Course } from '#lib/domain/timeline/course.ts';
import type { Um } from '#lib/domain/units.ts';
import { MEASUREMENT_WORDS, METHOD_WORDS } from './case-words.ts';
import { formatMm, formatSignedMm } from './format-amount.ts';
import { formatInstant } from './format-date.ts';
import { type EarlierReading, earlierReadings } from './measurement-history.ts';

/** One measurement, and how it compares with what the turns lead one to expect. */
export type MeasurementRow = {
  id: string;
  taken: string;
  what: string;
  device: string | null;
  value: string;
  /** Null: nobody stated one. */
  uncertainty: string | null;
  method: string;
  note: string | null;
  /** What it said before it was corrected, the latest first. */
  earlier: readonly EarlierReading[];
  /** Null where there is nothing to compare with, such as a head circumference. */
  comparison: Comparison | null;
};

export type Comparison = {
  expected: string;
  difference: string;
  /** `within`, `beyond` the tolerance in force, or `unknown` where no protocol gives one. */
  verdict: 'within' | 'beyond' | 'unknown';
  words: string;
};

/** Every measurement of the case that stands, latest first; `lines` is all that was ever recorded of them. */
export function measurementRows(
  course: Course,
  lines: readonly MeasurementLine[],
): readonly MeasurementRow[] {
  const { facts } = course;
  return [...facts.measurements]
    .sort((a, b) => b.takenAt - a.takenAt || b.recordedAt - a.recordedAt)
    .map((measurement) => {
      const found = course.devices.find(({ device }) => device.id === measurement.deviceId);
      const expected = found ? expectedOpeningUm(found, measurement.takenAt) : null;
      return {
        id: measurement.id,
        taken: formatInstant(measurement.takenAt, facts.zone),
        what: MEASUREMENT_WORDS[measurement.kind],
        device: found?.device.label ?? null,
        value: formatMm(measurement.valueUm),
        uncertainty: measurement.uncertaintyUm === null ? null : `±${formatMm(measurement.uncertaintyUm)}`,
        method: METHOD_WORDS[measurement.method],
        note: measurement.note,
        earlier: earlierReadings(lines, measurement.id, facts),
        comparison: expected === null ? null : compare(measurement, expected, course),
      };
    });
}

/** Judged at the operator of the rule: a difference of the tolerance or more is beyond it. */
function compare({ valueUm }: Measurement, expectedUm: Um, { inForce }: Course): Comparison {
  const differenceUm = valueUm - expectedUm;
  const expected = formatMm(expectedUm);
  const difference = formatSignedMm(differenceUm);
  if (!inForce) {
    return { expected, difference, verdict: 'unknown', words: 'no protocol gives a tolerance' };
  }
  const toleranceUm = measuredToleranceUm(inForce.tolerances, expectedUm);
  const isBeyond = Math.abs(differenceUm) >= toleranceUm;
  const tolerance = `the tolerance of ${formatMm(toleranceUm)}`;
  return {
    expected,
    difference,
    verdict: isBeyond ? 'beyond' : 'within',
    words: isBeyond ? `beyond ${tolerance}` : `within ${tolerance}`,
  };
}
