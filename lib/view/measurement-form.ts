import { isoDay, localTime } from '#lib/domain/case-day.ts';
import type { Device } from '#lib/domain/device/device.ts';
import type { Measurement, MeasurementKind } from '#lib/domain/measurement/measurement.ts';
import type { Instant } from '#lib/domain/units.ts';
import { formatMinute } from './format-date.ts';
import { readingWords } from './measurement-history.ts';
import { mmText } from './read-mm.ts';

/** What the form of a measurement starts from. */
export type MeasurementDraft = {
  id: string;
  corrects: { id: string; words: string } | null;
  /** What may be chosen: a correction stays with its kind. */
  choices: readonly { value: string; label: string }[];
  what: string;
  value: string;
  uncertainty: string;
  method: string;
  day: string;
  time: string;
  note: string | undefined;
};

/** The correction of a measurement, or a new one taken now. */
export function measurementDraft(
  id: string,
  corrected: Measurement | undefined,
  { devices, zone, now }: { devices: readonly Device[]; zone: string; now: Instant },
): MeasurementDraft {
  const { day, minute } = localTime(zone, corrected?.takenAt ?? now);
  const choices = choicesOf(devices).filter(({ kind }) => !corrected || kind === corrected.kind);
  return {
    id,
    corrects: corrected ? { id: corrected.id, words: readingWords(corrected, { devices, zone }) } : null,
    choices: choices.map(({ value, label }) => ({ value, label })),
    what: corrected ? whatValue(corrected.kind, corrected.deviceId) : '',
    value: mmText(corrected?.valueUm),
    uncertainty: mmText(corrected?.uncertaintyUm),
    method: corrected?.method ?? '',
    day: isoDay(day),
    time: formatMinute(minute),
    note: corrected?.note ?? undefined,
  };
}

function choicesOf(devices: readonly Device[]) {
  const gap = (kind: MeasurementKind, word: string) =>
    devices.map(({ id, label }) => ({ kind, value: whatValue(kind, id), label: `${word}, ${label}` }));
  const head = {
    kind: 'head-circumference',
    value: 'head-circumference',
    label: 'Head circumference',
  } as const;
  return [...gap('device-gap', 'Device gap'), ...gap('bone-gap', 'Bone gap'), head];
}

function whatValue(kind: MeasurementKind, deviceId: string | null): string {
  return deviceId === null ? kind : `${kind} ${deviceId}`;
}
