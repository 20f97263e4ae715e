import type { FlagLevel } from '#lib/domain/facts.ts';
import type { Day, Instant } from '#lib/domain/units.ts';
import type { Device } from './device.ts';

/** What a maker or an authority recalls, as the clinic recorded it. What is null is not asked about. */
export type Recall = {
  id: string;
  modelId: string | null;
  lot: string | null;
  serial: string | null;
  /** How soon somebody has to look at a child who has one: the clinic says so for each recall. */
  level: FlagLevel;
  reason: string;
  /** Where it was published. */
  reference: string;
  issuedDay: Day;
  recordedAt: Instant;
};

/**
 * Whether a device is one of those recalled: everything that the recall names fits, in whatever case it was typed.
 * `unknown` where nothing speaks against it, and something that the recall names is not on record of the device.
 */
export function recallFits(
  { modelId, lot, serial }: Pick<Recall, 'modelId' | 'lot' | 'serial'>,
  device: Pick<Device, 'modelId' | 'lot' | 'serial'>,
): 'yes' | 'no' | 'unknown' {
  const named = (
    [
      [modelId, device.modelId],
      [lot, device.lot],
      [serial, device.serial],
    ] as const
  ).filter(([wanted]) => wanted !== null);
  if (named.length === 0 || named.some(([wanted, typed]) => typed !== null && !isSame(wanted, typed)))
    return 'no';
  return named.every(([, typed]) => typed !== null) ? 'yes' : 'unknown';
}

function isSame(wanted: string | null, typed: string): boolean {
  return wanted?.toLowerCase() === typed.toLowerCase();
}
