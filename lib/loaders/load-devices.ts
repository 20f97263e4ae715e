import 'server-only';
import { mayAttempt } from '#lib/auth/gate.ts';
import { listDeviceModels } from '#lib/data/device-models.ts';
import { listDevices } from '#lib/data/devices.ts';
import { newId } from '#lib/data/new-id.ts';
import { listOperations } from '#lib/data/operations.ts';
import { pool } from '#lib/data/pool.ts';
import { can } from '#lib/domain/access/can.ts';
import { takesWrite } from '#lib/domain/access/closed-case.ts';
import { isoDay, localTime } from '#lib/domain/case-day.ts';
import type { DeviceEvent } from '#lib/domain/device/device-event.ts';
import type { PlacedDevice } from '#lib/domain/device/placed-device.ts';
import { OPERATION_KINDS } from '#lib/domain/facts.ts';
import { unreportedRemoval } from '#lib/domain/removal/removal-report.ts';
import { type AnchorPreview, anchorable, anchorPreview, anchorWords } from '#lib/view/anchor-preview.ts';
import { type CaseStep, caseSteps } from '#lib/view/case-steps.ts';
import {
  type DeviceValues,
  deviceValues,
  type ModelChoice,
  modelChoices,
  nextDeviceValues,
} from '#lib/view/device-form.ts';
import { formatMinute, zoneNote } from '#lib/view/format-date.ts';
import {
  nextOperation,
  type OperationDraft,
  type OperationRow,
  operationDraft,
  operationRows,
} from '#lib/view/operation-form.ts';
import { eventLine, type PlacedDeviceRow, placedDeviceRows } from '#lib/view/placed-device-row.ts';
import { loadCase } from './load-case.ts';

/** Which form the address opens: `new`, or the id of what is corrected. */
export type DevicesQuery = {
  operation?: unknown;
  device?: unknown;
  arm?: unknown;
  anchor?: unknown;
  withdraw?: unknown;
  placed?: unknown;
  /** `exchange`: what is recorded here belongs to the exchange of a device, and its plan comes next. */
  then?: unknown;
};

export type DevicesPage = {
  caseId: string;
  zone: string;
  zoneNote: string;
  isClosed: boolean;
  steps: readonly CaseStep[] | null;
  /** Whether the forms lead back to the exchange of a device. */
  isExchange: boolean;
  operations: {
    rows: readonly OperationRow[];
    draft: OperationDraft | null;
    mayRecord: boolean;
    /** Where the reader records that the hardware came out; null: nothing is in place, or somebody else does. */
    removalPath: string | null;
  };
  devices: {
    rows: readonly PlacedDeviceRow[];
    models: readonly ModelChoice[];
    mayPlace: boolean;
    /** The device whose arm is recorded as taken off. */
    arm: { id: string; deviceId: string; label: string; day: string; time: string } | null;
    /** Device → its latest measured gap, which may become its base. */
    anchorable: ReadonlyMap<string, string>;
    anchor: AnchorPreview | null;
    /** What was written of a device and is withdrawn. */
    withdrawing: { id: string; eventId: string; words: string } | null;
    /** Label of the device that was placed a moment ago. */
    justPlaced: string | null;
    open:
      | { kind: 'place'; deviceId: string; values: DeviceValues }
      | { kind: 'correct'; device: { id: string; version: number; label: string }; values: DeviceValues }
      | null;
  };
};

/** The operations of a case and its devices as they were placed, with the form that comes next or was asked for. */
export async function loadDevices(caseIdParam: string, query: DevicesQuery): Promise<DevicesPage> {
  const { at, record, course } = await loadCase(caseIdParam);
  const { facts, header } = record;
  const { zone } = facts;
  const [operations, devices, models] = await Promise.all([
    listOperations(pool(), at.caseId),
    listDevices(pool(), at.caseId),
    listDeviceModels(at.clinic.id),
  ]);
  const isClosed = header.closedAt !== null;
  const index = facts.operations.find(({ kind }) => kind === 'index');
  const mayMeasure = !isClosed && mayAttempt(at, 'measurement.record');
  const kinds = OPERATION_KINDS.filter(
    (operation) =>
      takesWrite(header, 'operation.record') &&
      can(at.actor, 'operation.record', { clinicId: at.clinic.id, operation }),
  );
  const isExchange = query.then === 'exchange';
  const next = isClosed ? null : nextOperation(index !== undefined, kinds);
  const mayPlace = !isClosed && mayAttempt(at, 'device.place');
  const correctedOperation = operations.find(
    ({ id, kind }) => id === query.operation && kinds.includes(kind),
  );
  const isOperationOpen = correctedOperation !== undefined || query.operation === 'new' || !index;
  const corrected = devices.find(({ id }) => id === query.device);
  const armed = devices.find(({ id, removedAt }) => id === query.arm && removedAt === null);
  const here = localTime(zone, at.now);
  const bases = anchorWords(course);
  const withdrawn = facts.deviceEvents.find(({ id }) => id === query.withdraw);
  const isPlacing = query.device === 'new' || (devices.length === 0 && index !== undefined);
  return {
    caseId: at.caseId,
    zone,
    zoneNote: zoneNote(zone, at.clinic.zone),
    isClosed,
    steps: isClosed ? null : caseSteps(facts),
    isExchange,
    operations: {
      rows: operationRows(operations, devices, {
        ...{ zone, kinds },
        unreportedId: unreportedRemoval(operations, devices)?.id ?? null,
      }),
      draft: isOperationOpen ? operationDraft(newId(), correctedOperation, devices, { zone, next }) : null,
      mayRecord: next !== null,
      removalPath:
        !isClosed && kinds.includes('removal') && devices.some(({ removedAt }) => removedAt === null)
          ? `/cases/${at.caseId}/removal?form=done#done`
          : null,
    },
    devices: {
      rows: placedDeviceRows(
        devices,
        new Map(models.map(({ id, maker, name }) => [id, `${maker} ${name}`])),
        { events: facts.deviceEvents, bases, zone },
      ),
      models: modelChoices(models, facts.site),
      mayPlace,
      arm:
        mayPlace && armed
          ? {
              id: newId(),
              deviceId: armed.id,
              label: armed.label,
              day: isoDay(here.day),
              time: formatMinute(here.minute),
            }
          : null,
      anchorable: mayMeasure ? anchorable(course) : new Map(),
      anchor: mayMeasure ? anchorPreview(course, query.anchor, newId()) : null,
      withdrawing:
        mayPlace && withdrawn
          ? { id: newId(), eventId: withdrawn.id, words: withdrawnWords(withdrawn, devices, bases, zone) }
          : null,
      justPlaced: devices.find(({ id }) => id === query.placed)?.label ?? null,
      open: !mayPlace
        ? null
        : corrected
          ? { kind: 'correct', device: corrected, values: deviceValues(corrected, zone) }
          : isPlacing
            ? {
                kind: 'place',
                deviceId: newId(),
                values: nextDeviceValues(devices, index?.endedAt ?? null, zone, isExchange),
              }
            : null,
    },
  };
}

/** `Left: arm off: 12-Mar-2026 10:00`. */
function withdrawnWords(
  event: DeviceEvent,
  devices: readonly PlacedDevice[],
  bases: ReadonlyMap<string, string>,
  zone: string,
): string {
  const { term, value } = eventLine(event, bases, zone);
  const label = devices.find(({ id }) => id === event.deviceId)?.label ?? 'Device';
  return `${label}: ${term.toLowerCase()}, ${value}`;
}
