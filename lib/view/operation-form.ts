import { isoDay, localTime } from '#lib/domain/case-day.ts';
import type { Device } from '#lib/domain/device/device.ts';
import type { OperationKind } from '#lib/domain/facts.ts';
import type { Instant } from '#lib/domain/units.ts';
import { formatInstant, formatMinute } from './format-date.ts';
import { OPERATION_WORDS } from './intake-words.ts';

type Operation = {
  id: string;
  kind: OperationKind;
  endedAt: Instant;
  note: string | null;
  recordedBy: string;
  removedDeviceIds: readonly string[];
};

export type OperationRow = {
  id: string;
  what: string;
  ended: string;
  /** Labels of the devices that it took out. */
  removed: string;
  note: string | null;
  recordedBy: string;
  /** Whether the reader may correct it. */
  mayCorrect: boolean;
  /** What leads to the form of its report, where the reader may add one that is missing. */
  addsReport: string | null;
};

/** The operations of a case in words, for somebody who may record `kinds`. */
export function operationRows(
  operations: readonly Operation[],
  devices: readonly Device[],
  {
    zone,
    kinds,
    unreportedId,
  }: { zone: string; kinds: readonly OperationKind[]; unreportedId: string | null },
): readonly OperationRow[] {
  return operations.map(({ id, kind, endedAt, note, recordedBy, removedDeviceIds }) => ({
    id,
    what: OPERATION_WORDS[kind],
    ended: formatInstant(endedAt, zone),
    removed: devices
      .filter((device) => removedDeviceIds.includes(device.id))
      .map(({ label }) => label)
      .join(', '),
    note,
    recordedBy,
    mayCorrect: kinds.includes(kind),
    addsReport:
      id === unreportedId && kinds.includes(kind) && kinds.includes('removal')
        ? kind === 'removal'
          ? 'Add the report'
          : 'It was the removal: add the report'
        : null,
  }));
}

/** What the form of an operation starts from. */
export type OperationDraft = {
  /** Made on the server, so that the same form sent twice is one operation. */
  id: string;
  kind: OperationKind;
  corrects: { id: string; words: string } | null;
  endedDay?: string | undefined;
  endedTime?: string | undefined;
  note?: string | undefined;
  /** Devices that it may have taken out. */
  devices: readonly { value: string; label: string }[];
  removedDeviceIds: readonly string[];
};

/**
 * What may be recorded next as an operation, as far as it is of `kinds`: the index operation first, then others. A
 * removal is recorded with its report.
 */
export function nextOperation(hasIndex: boolean, kinds: readonly OperationKind[]): OperationKind | null {
  const next = hasIndex ? 'other' : 'index';
  return kinds.includes(next) ? next : null;
}

/** The correction of one of the operations, else a new one of the kind `next`; null: neither. */
export function operationDraft(
  id: string,
  corrected: Operation | undefined,
  devices: readonly Device[],
  { zone, next }: { zone: string; next: OperationKind | null },
): OperationDraft | null {
  const takenOut = corrected?.removedDeviceIds ?? [];
  const choices = devices
    .filter((device) => device.removedAt === null || takenOut.includes(device.id))
    .map(({ id: value, label, position }) => ({ value, label: `${label}, ${position}` }));
  if (!corrected) return next && { id, kind: next, corrects: null, devices: choices, removedDeviceIds: [] };
  const { day, minute } = localTime(zone, corrected.endedAt);
  const words = `${OPERATION_WORDS[corrected.kind]}, ${formatInstant(corrected.endedAt, zone)}`;
  return {
    id,
    kind: corrected.kind,
    corrects: { id: corrected.id, words },
    endedDay: isoDay(day),
    endedTime: formatMinute(minute),
    note: corrected.note ?? undefined,
    devices: choices,
    removedDeviceIds: takenOut,
  };
}
