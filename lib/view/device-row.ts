import type { Assessment, DeviceProgress } from '#lib/domain/assessment.ts';
import type { Device } from '#lib/domain/device/device.ts';
import type { Um } from '#lib/domain/units.ts';
import { MEASUREMENT_WORDS } from './case-words.ts';
import { causeWords, standingWords } from './deviation-words.ts';
import { formatMm } from './format-amount.ts';
import { formatInstantShort } from './format-date.ts';

/** What the hardware is, as it was recorded at placement; null: nobody did. */
export type DeviceHardware = {
  deviceId: string;
  model: string | null;
  lot: string | null;
  serial: string | null;
};

export type DeviceRow = {
  deviceId: string;
  label: string;
  position: string;
  model: string | null;
  /** `0.5 mm a turn, with the arrow`. */
  thread: string;
  standing: string;
  /** `1.0 mm not turned, 3 slots reported late`; empty: nothing is missing. */
  causes: string;
  /** `9.5 mm of 30.0 mm left`; null: the travel is not recorded. */
  travel: string | null;
  /** Open now, by the reports, and at placement. */
  opening: string;
  measured: string | null;
  isOnHold: boolean;
  isInPlace: boolean;
  progress: {
    label: string;
    target: Um;
    planned: Um | null;
    reported: Um;
    tolerance: { behind: Um; ahead: Um } | undefined;
  };
};

/** The devices of a case with where each stands. */
export function deviceRows(
  devices: readonly Device[],
  hardware: readonly DeviceHardware[],
  { devices: progresses, tolerance, flags }: Assessment,
  zone: string,
): readonly DeviceRow[] {
  return progresses.flatMap((progress) => {
    const device = devices.find(({ id }) => id === progress.deviceId);
    if (!device) return [];
    const model = hardware.find(({ deviceId }) => deviceId === device.id)?.model ?? null;
    return rowOf(device, progress, model, { tolerance, flags, zone });
  });
}

function rowOf(
  device: Device,
  progress: DeviceProgress,
  model: string | null,
  { tolerance, flags, zone }: Pick<Assessment, 'tolerance' | 'flags'> & { zone: string },
): DeviceRow {
  const { label, plannedUm, reportedUm, targetUm, openingUm, remainingTravelUm } = progress;
  const standing = `${formatMm(reportedUm)} reported${targetUm === null ? '' : ` of ${formatMm(targetUm)}`}, ${standingWords(progress, flags)}`;
  return {
    deviceId: device.id,
    label,
    position: device.position,
    model,
    thread: threadWords(device),
    standing,
    causes: causeWords(progress.causes),
    travel:
      remainingTravelUm === null || device.travelUm === null
        ? null
        : `${formatMm(remainingTravelUm)} of ${formatMm(device.travelUm)} left`,
    opening: `${formatMm(openingUm)} by the reports, ${formatMm(device.initialOpeningUm)} at placement`,
    measured: measuredWords(progress, zone),
    isOnHold: progress.onHold,
    isInPlace: progress.inPlace,
    progress: {
      label: `${label}: ${standing}`,
      target: targetUm ?? Math.max(plannedUm ?? 0, reportedUm, 1),
      planned: plannedUm,
      reported: reportedUm,
      tolerance: tolerance ? { behind: tolerance.behindUm, ahead: tolerance.aheadUm } : undefined,
    },
  };
}

/** `0.5 mm a turn, 3 actuations a turn, with the arrow`. */
export function threadWords({ umPerTurn, actuationsPerTurn, turnDirection }: Device): string {
  const strokes = actuationsPerTurn === 1 ? '' : `, ${actuationsPerTurn} actuations a turn`;
  const way = turnDirection === 'with-arrow' ? 'with the arrow' : 'against the arrow';
  return `${formatMm(umPerTurn)} a turn${strokes}, ${way}`;
}

function measuredWords({ measured }: DeviceProgress, zone: string): string | null {
  if (measured === null) return null;
  const { kind, valueUm, expectedUm, takenAt } = measured;
  return `${MEASUREMENT_WORDS[kind]} ${formatMm(valueUm)}, ${formatMm(expectedUm)} expected, ${formatInstantShort(takenAt, zone)}`;
}
