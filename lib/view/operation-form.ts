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
};

/** The operations of a case in words, for somebody who may record `kinds`. */
export function operationRows(
  operations: readonly Operation[],
  devices: readonly Device[],
  { zone, kinds }: { zone: string; kinds: readonly OperationKind[] },
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
  }));
}

/** What the form of an operation starts from. */
export type OperationDraft = {
  /** Made on the server, so that the same form sent twice is one operation. */
  id: string;
  /** Null: to be chosen, removal or other. */
  kind: OperationKind | null;
  corrects: { id: string; words: string } | null;
  endedDay?: string | undefined;
  endedTime?: string | undefined;
  note?: string | undefined;
  /** Devices that it may have taken out. */
  devices: readonly { value: string; label: string }[];
  removedDeviceIds: readonly string[];
};

/**
 * What may be recorded next: the index operation first, then removal or other, as far as it is of `kinds`. That of an
 * exchange is no removal, which would end the course.
 */
export function nextOperations(
  hasIndex: boolean,
  kinds: readonly OperationKind[],
  isExchange: boolean,
): readonly OperationKind[] {
  const next = hasIndex ? (['removal', 'other'] as const) : (['index'] as const);
  return next.filter((kind) => kinds.includes(kind) && !(isExchange && kind === 'removal'));
}

/** The correction of one of the operations, else a new one of one of the kinds in `next`. */
export function operationDraft(
  id: string,
  corrected: Operation | undefined,
  devices: readonly Device[],
  { zone, next }: { zone: string; next: readonly OperationKind[] },
): OperationDraft {
  const takenOut = corrected?.removedDeviceIds ?? [];
  const choices = devices
    .filter((device) => device.removedAt === null || takenOut.includes(device.id))
    .map(({ id: value, label, position }) => ({ value, label: `${label}, ${position}` }));
  if (!corrected) {
    const kind = next.length === 1 ? (next[0] ?? null) : null;
    return { id, kind, corrects: null, devices: choices, removedDeviceIds: [] };
  }
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
