import type { CaseFacts } from '#lib/domain/facts.ts';
import type { Measurement } from '#lib/domain/measurement/measurement.ts';
import { MEASUREMENT_WORDS, METHOD_WORDS } from '#lib/view/case-words.ts';
import { formatMm } from '#lib/view/format-amount.ts';
import { COURSE_WORDS, OPERATION_WORDS } from '#lib/view/intake-words.ts';
import type { TimelineContext, TimelineEntry } from './timeline-entry.ts';

/** Operations, devices put in, followed and taken out, decisions about the course, and measurements. */
export function courseEntries(facts: CaseFacts, { path }: TimelineContext): TimelineEntry[] {
  const labels = new Map(facts.devices.map(({ id, label }) => [id, label]));
  return [
    ...facts.operations.map(
      ({ id, kind, endedAt, recordedAt }): TimelineEntry => ({
        key: id,
        kind: 'operation',
        at: endedAt,
        recordedAt,
        title: OPERATION_WORDS[kind],
        detail: null,
        href: `${path}/devices#${id}`,
      }),
    ),
    ...facts.devices.flatMap(({ id, label, position, placedAt, removedAt, recordedAt }): TimelineEntry[] => {
      const entry = {
        kind: 'device',
        recordedAt,
        detail: position || null,
        href: `${path}/devices#${id}`,
      } as const;
      const placed = { ...entry, key: id, at: placedAt, title: `${label} placed` };
      if (removedAt === null) return [placed];
      return [placed, { ...entry, key: `${id}:removed`, at: removedAt, title: `${label} taken out` }];
    }),
    ...facts.deviceEvents.map((event): TimelineEntry => {
      const label = labels.get(event.deviceId) ?? 'Device';
      return {
        key: event.id,
        kind: 'device',
        at: event.at,
        recordedAt: event.recordedAt,
        title:
          event.kind === 'arm-removed'
            ? `${label}: arm taken off`
            : `${label}: opening counts from the measured ${formatMm(event.openingUm)}`,
        detail: event.reason,
        href: `${path}/devices#${event.deviceId}`,
      };
    }),
    ...facts.events.map(
      ({ id, kind, at, reason, recordedAt }): TimelineEntry => ({
        key: id,
        kind: 'course',
        at,
        isWholeDay: kind === 'consolidation-started',
        recordedAt,
        title: COURSE_WORDS[kind],
        detail: reason,
        href: `${path}/protocol#course`,
      }),
    ),
    ...facts.measurements.map(
      (measurement): TimelineEntry => ({
        key: measurement.id,
        kind: 'measurement',
        at: measurement.takenAt,
        recordedAt: measurement.recordedAt,
        title: measurementTitle(measurement, labels.get(measurement.deviceId ?? '')),
        detail: [METHOD_WORDS[measurement.method], measurement.note].filter(Boolean).join('; '),
        href: `${path}/measurements#${measurement.id}`,
      }),
    ),
  ];
}

/** `Device gap, Left: 12.0 mm (±1.0 mm)`. */
function measurementTitle({ kind, valueUm, uncertaintyUm }: Measurement, label: string | undefined): string {
  const words = MEASUREMENT_WORDS[kind].replace(/^./, (first) => first.toUpperCase());
  const what = label === undefined ? words : `${words}, ${label}`;
  const bar = uncertaintyUm === null ? '' : ` (\u00b1${formatMm(uncertaintyUm)})`;
  return `${what}: ${formatMm(valueUm)}${bar}`;
}
