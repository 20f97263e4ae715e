import 'server-only';
import type { PlacedDevice } from '#lib/domain/device/placed-device.ts';
import type { Instant } from '#lib/domain/units.ts';
import {
  date,
  epochDay,
  epochMs,
  insertInto,
  type Queryable,
  type Statement,
  timestamp,
} from './statement.ts';

/** The devices of a case with their labels, in the order of their placement. The caller has gated the case. */
export async function listDevices(db: Queryable, caseId: string): Promise<PlacedDevice[]> {
  const { rows } = await db.query<PlacedDevice>({
    name: 'list-devices',
    text: `SELECT id, model_id AS "modelId", label, position, um_per_turn AS "umPerTurn",
        actuations_per_turn AS "actuationsPerTurn", turn_direction AS "turnDirection", travel_um AS "travelUm",
        initial_opening_um AS "initialOpeningUm", ${epochMs('placed_at')}::float8 AS "placedAt",
        ${epochMs('removed_at')}::float8 AS "removedAt", lot, serial, udi, ${epochDay('expires_on')} AS "expiresDay",
        mri_status AS "mriStatus", mri_reference AS "mriReference", arm, driver, version,
        ${epochMs('recorded_at')}::float8 AS "recordedAt"
      FROM device WHERE case_id = $1 ORDER BY placed_at, label, id`,
    values: [caseId],
  });
  return rows;
}

const columnsOf = (device: PlacedDevice) => ({
  model_id: device.modelId,
  label: device.label,
  position: device.position,
  um_per_turn: device.umPerTurn,
  actuations_per_turn: device.actuationsPerTurn,
  turn_direction: device.turnDirection,
  travel_um: device.travelUm,
  initial_opening_um: device.initialOpeningUm,
  placed_at: timestamp(device.placedAt),
  lot: device.lot,
  serial: device.serial,
  udi: device.udi,
  expires_on: date(device.expiresDay),
  mri_status: device.mriStatus,
  mri_reference: device.mriReference,
  arm: device.arm,
  driver: device.driver,
  version: device.version,
});

/** Adds a device to a case. */
export function insertDevice(caseId: string, recordedBy: string, device: PlacedDevice): Statement {
  return insertInto('device', [
    {
      id: device.id,
      case_id: caseId,
      ...columnsOf(device),
      recorded_by: recordedBy,
      recorded_at: timestamp(device.recordedAt),
    },
  ]);
}

/** Writes a corrected device over the one on record, whose version is one less. */
export function updateDeviceRow(device: PlacedDevice): Statement {
  const columns = columnsOf(device);
  const changes = Object.keys(columns).map((column, index) => `${column} = $${index + 2}`);
  return {
    name: 'update-device',
    text: `UPDATE device SET ${changes.join(', ')} WHERE id = $1`,
    values: [device.id, ...Object.values(columns)],
  };
}

/** Says of devices of a case that this operation took them out; `removedAt` null: that none did. */
export function setRemoval(
  caseId: string,
  deviceIds: readonly string[],
  removal: { operationId: string; removedAt: Instant } | null,
): Statement {
  return {
    name: 'set-removal',
    text: `UPDATE device SET removed_at = $3, removal_operation_id = $4, version = version + 1
      WHERE case_id = $1 AND id = ANY($2::uuid[])`,
    values: [caseId, deviceIds, timestamp(removal?.removedAt ?? null), removal?.operationId ?? null],
  };
}
