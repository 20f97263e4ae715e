import 'server-only';
import type { DeviceModelModel } from '#db/models.ts';
import type { MriStatus } from '#lib/domain/device/device.ts';
import type { Instant } from '#lib/domain/units.ts';
import { pool } from './pool.ts';
import { epochMs, insertInto, type Queryable, type Statement, timestamp } from './statement.ts';

type Described =
  | 'id'
  | 'maker'
  | 'name'
  | 'sites'
  | 'umPerTurn'
  | 'actuationsPerTurn'
  | 'travelsUm'
  | 'mriReference';

/** A model that a device may be of. Null and empty: confirm at placement. */
export type DeviceModel = Pick<DeviceModelModel, Described> & { mriStatus: MriStatus };

const DESCRIBED = `m.id, m.maker, m.name, m.sites, m.um_per_turn AS "umPerTurn", m.actuations_per_turn AS "actuationsPerTurn",
        m.travels_um AS "travelsUm", m.mri_status AS "mriStatus", m.mri_reference AS "mriReference"`;

/** The catalogue of a clinic: what is shared and what is its own, by maker and name. */
export async function listDeviceModels(clinicId: string): Promise<DeviceModel[]> {
  const { rows } = await pool().query<DeviceModel>({
    name: 'list-device-models',
    text: `SELECT ${DESCRIBED}
      FROM device_model m WHERE (m.clinic_id IS NULL OR m.clinic_id = $1) AND m.retired_at IS NULL
      ORDER BY m.maker, m.name, m.id`,
    values: [clinicId],
  });
  return rows;
}

/** Whether the clinic's catalogue has a model, retired or not. */
export async function hasDeviceModel(db: Queryable, clinicId: string, modelId: string): Promise<boolean> {
  const { rowCount } = await db.query({
    name: 'has-device-model',
    text: 'SELECT FROM device_model WHERE id = $1 AND (clinic_id IS NULL OR clinic_id = $2)',
    values: [modelId, clinicId],
  });
  return rowCount === 1;
}

/** A row of the catalogue as its administrators see it. */
export type CatalogueRow = DeviceModel & {
  source: string | null;
  note: string | null;
  isOwn: boolean;
  retiredAt: Instant | null;
  /** Devices of this clinic that are of it. */
  placed: number;
};

/** The whole catalogue of a clinic, what is retired last. */
export async function listCatalogue(db: Queryable, clinicId: string): Promise<CatalogueRow[]> {
  const { rows } = await db.query<CatalogueRow>({
    name: 'list-catalogue',
    text: `SELECT ${DESCRIBED}, m.source, m.note,
        m.clinic_id IS NOT NULL AS "isOwn", ${epochMs('m.retired_at')}::float8 AS "retiredAt",
        (SELECT count(*)::int FROM device d JOIN distraction_case c ON c.id = d.case_id
          WHERE d.model_id = m.id AND c.clinic_id = $1) AS placed
      FROM device_model m WHERE m.clinic_id IS NULL OR m.clinic_id = $1
      ORDER BY m.retired_at IS NOT NULL, m.maker, m.name, m.id`,
    values: [clinicId],
  });
  return rows;
}

/** Adds a model of the clinic's own. */
export function insertDeviceModel(
  clinicId: string,
  model: DeviceModel & { source: string; note: string | null },
): Statement {
  return insertInto('device_model', [
    {
      id: model.id,
      clinic_id: clinicId,
      maker: model.maker,
      name: model.name,
      sites: model.sites,
      um_per_turn: model.umPerTurn,
      actuations_per_turn: model.actuationsPerTurn,
      travels_um: model.travelsUm,
      mri_status: model.mriStatus,
      mri_reference: model.mriReference,
      source: model.source,
      note: model.note,
    },
  ]);
}

/** Offers a model of the clinic's own no longer; devices that are of it stay so. */
export function retireDeviceModel(clinicId: string, modelId: string, now: Instant): Statement {
  return {
    name: 'retire-device-model',
    text: 'UPDATE device_model SET retired_at = $3 WHERE clinic_id = $1 AND id = $2 AND retired_at IS NULL',
    values: [clinicId, modelId, timestamp(now)],
  };
}
