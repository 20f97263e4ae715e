import { expectedOpeningUm } from '#lib/domain/device/opening.ts';
import { remainingTravelUm } from '#lib/domain/device/remaining-travel.ts';
import { latestMeasured } from '#lib/domain/measurement/latest-measured.ts';
import type { Measurement } from '#lib/domain/measurement/measurement.ts';
import type { Course } from '#lib/domain/timeline/course.ts';
import { formatMm, formatSignedMm } from './format-amount.ts';
import { formatInstant } from './format-date.ts';

/** What making a measured gap the base of its device would change, before it is done. */
export type AnchorPreview = {
  id: string;
  measurementId: string;
  headline: string;
  changes: readonly { term: string; before: string; after: string }[];
  difference: string;
};

/** `id`: of the write. Null where the measurement is no gap of a device of the case, or is its base already. */
export function anchorPreview(course: Course, measurementId: unknown, id: string): AnchorPreview | null {
  const measured = course.facts.measurements.find((one) => one.id === measurementId);
  const found = course.devices.find(({ device }) => device.id === measured?.deviceId);
  if (measured?.kind !== 'device-gap' || !found) return null;
  const { device, anchors, entries } = found;
  if (anchors.some((anchor) => anchor.measurementId === measured.id)) return null;
  const anchor = {
    ...measured,
    kind: 're-anchored' as const,
    deviceId: device.id,
    at: measured.takenAt,
    openingUm: measured.valueUm,
    measurementId: measured.id,
    reason: null,
    recordedAt: course.asOf,
  };
  const after = expectedOpeningUm(
    { device, anchors: [...anchors, anchor], entries },
    Number.POSITIVE_INFINITY,
  );
  const travel = (um: number) => {
    const left = remainingTravelUm(device, um);
    return left === null ? 'travel not recorded' : formatMm(left);
  };
  return {
    id,
    measurementId: measured.id,
    headline: `${device.label}: ${formatMm(measured.valueUm)} of ${formatInstant(measured.takenAt, course.facts.zone)} becomes the base`,
    changes: [
      { term: 'Open now', before: formatMm(found.openingUm), after: formatMm(after) },
      { term: 'Travel left', before: travel(found.openingUm), after: travel(after) },
    ],
    difference: differenceWords(measured, expectedOpeningUm(found, measured.takenAt)),
  };
}

function differenceWords({ valueUm }: Measurement, expectedUm: number): string {
  return `${formatSignedMm(valueUm - expectedUm)} between what was measured and what the turns lead one to expect`;
}

/** The latest measured gap of each device in place that is not its base yet: device → measurement. */
export function anchorable(course: Course): ReadonlyMap<string, string> {
  const latest = new Map<string, string>();
  for (const deviceCourse of course.devices) {
    const { device, anchors } = deviceCourse;
    const gap = latestMeasured(course, deviceCourse, 'device-gap');
    const isBase = anchors.some(({ measurementId }) => measurementId === gap?.id);
    if (gap && device.removedAt === null && !isBase) latest.set(device.id, gap.id);
  }
  return latest;
}

/** Re-anchoring → its base in words: `20.0 mm since 12-Mar-2026 10:00, −3.0 mm from the turns: why`. */
export function anchorWords(course: Course): ReadonlyMap<string, string> {
  return new Map(
    course.devices.flatMap((found) =>
      found.anchors.map(({ id, openingUm: base, at, reason }) => {
        const difference = formatSignedMm(base - expectedOpeningUm(found, at));
        const since = formatInstant(at, course.facts.zone);
        return [
          id,
          `${formatMm(base)} since ${since}, ${difference} from the turns: ${reason ?? ''}`,
        ] as const;
      }),
    ),
  );
}
