import type { Device } from '#lib/domain/device/device.ts';
import type { Measurement, MeasurementLine } from '#lib/domain/measurement/measurement.ts';
import { MEASUREMENT_WORDS, METHOD_WORDS } from './case-words.ts';
import { formatMm } from './format-amount.ts';
import { formatInstant } from './format-date.ts';

/** What a measurement said before, and who took that back for which reason. */
export type EarlierReading = { id: string; what: string; by: string; reason: string };

type Reader = { devices: readonly Device[]; zone: string };

/** What the measurement of this id said before it was corrected, the latest first. */
export function earlierReadings(
  lines: readonly MeasurementLine[],
  id: string,
  reader: Reader,
): readonly EarlierReading[] {
  const line = lines.find((one) => one.id === id);
  const before = lines.find((one) => one.id === line?.correctsId);
  if (!line || !before) return [];
  return [readingBefore(before, line, reader), ...earlierReadings(lines, before.id, reader)];
}

/** The measurements that were withdrawn, the latest first. */
export function withdrawnReadings(
  lines: readonly MeasurementLine[],
  reader: Reader,
): readonly EarlierReading[] {
  return lines
    .filter(({ retracted }) => retracted)
    .flatMap((line) => earlierReadings(lines, line.id, reader).slice(0, 1));
}

function readingBefore(before: MeasurementLine, line: MeasurementLine, reader: Reader): EarlierReading {
  const by = `${line.recordedBy}, ${formatInstant(line.recordedAt, reader.zone)}`;
  return {
    id: before.id,
    what: readingWords(before, reader),
    by,
    reason: line.correctionReason ?? 'not stated',
  };
}

/** `device gap, Left, 12.5 mm, X-ray, 14-Jul-2025 10:00`. */
export function readingWords(
  { kind, deviceId, valueUm, uncertaintyUm, method, takenAt }: Measurement,
  { devices, zone }: Reader,
): string {
  const uncertainty = uncertaintyUm === null ? '' : ` ±${formatMm(uncertaintyUm)}`;
  const parts = [
    MEASUREMENT_WORDS[kind],
    devices.find(({ id }) => id === deviceId)?.label,
    `${formatMm(valueUm)}${uncertainty}`,
    METHOD_WORDS[method],
    formatInstant(takenAt, zone),
  ];
  return parts.filter(Boolean).join(', ');
}
