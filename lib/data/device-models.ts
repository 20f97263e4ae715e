import 'server-only';
import type { MriStatus } from '#lib/domain/device/device.ts';
import { prisma } from './database.ts';
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
  mriStatus: MriStatus;
  mriReference: string | null;
};

/** The catalogue of a clinic: what is shared and what is its own, by maker and name. */
export async function listDeviceModels(clinicId: string): Promise<DeviceModel[]> {
  const models = await prisma().deviceModel.findMany({
    where: { OR: [{ clinicId: null }, { clinicId }], retiredAt: null },
    omit: { clinicId: true, retiredAt: true },
    orderBy: [{ maker: 'asc' }, { name: 'asc' }],
  });
  return models.map((model) => ({ ...model, mriStatus: model.mriStatus as MriStatus }));
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
