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

/** Whether a device is one of those recalled: everything that the recall names fits, in whatever case it was typed. */
export function isRecalled(
  { modelId, lot, serial }: Pick<Recall, 'modelId' | 'lot' | 'serial'>,
  device: Pick<Device, 'modelId' | 'lot' | 'serial'>,
): boolean {
  if (modelId === null && lot === null && serial === null) return false;
  return (
    (modelId === null || modelId === device.modelId) && fits(lot, device.lot) && fits(serial, device.serial)
  );
}

function fits(named: string | null, typed: string | null): boolean {
  return named === null || named.toLowerCase() === typed?.toLowerCase();
}
