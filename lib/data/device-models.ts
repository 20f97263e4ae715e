import 'server-only';
import type { Queryable } from './statement.ts';

/** A model that a device may be of. Null and empty: confirm at placement. */
export type DeviceModel = {
  id: string;
  maker: string;
  name: string;
  sites: string[];
  umPerTurn: number | null;
  actuationsPerTurn: number | null;
  travelsUm: number[];
  mriStatus: 'safe' | 'conditional' | 'unsafe' | 'unknown';
  mriReference: string | null;
};

/** The catalogue of a clinic: what is shared and what is its own, by maker and name. */
export async function listDeviceModels(db: Queryable, clinicId: string): Promise<DeviceModel[]> {
  const { rows } = await db.query<DeviceModel>({
    name: 'list-device-models',
    text: `SELECT id, maker, name, sites, um_per_turn AS "umPerTurn", actuations_per_turn AS "actuationsPerTurn",
        travels_um AS "travelsUm", mri_status AS "mriStatus", mri_reference AS "mriReference"
      FROM device_model WHERE (clinic_id IS NULL OR clinic_id = $1) AND retired_at IS NULL ORDER BY maker, name`,
    values: [clinicId],
  });
  return rows;
}
