import { expect, test } from 'vitest';
import { listDeviceModels } from '#lib/data/device-models.ts';
import { newId } from '#lib/data/new-id.ts';
import { pool } from '#lib/data/pool.ts';
import { addDeviceModel } from '#lib/operations/add-device-model.ts';
import { retireDeviceModel } from '#lib/operations/retire-device-model.ts';
import { accepted } from '#tests/factories/recorded-case.ts';
import { staffClinic } from '#tests/factories/staffed-clinic.ts';

const now = Date.UTC(2026, 2, 10, 12);

test('each model that comes with the product names its source, or says that there is none', async () => {
  const { rows } = await pool().query<{ name: string; source: string | null; um: number | null }>(
    'SELECT name, source, um_per_turn AS um FROM device_model WHERE clinic_id IS NULL',
  );
  expect(rows).toHaveLength(8);
  for (const { name, source, um } of rows) {
    expect(source, name).toMatch(
      /^(KLS Martin, Instructions for Use, .*section \d|One published calibration|No public source)/,
    );
    if (um === null) expect(source, name).toMatch(/^No public source .* confirm at placement$/);
  }
});

test('a clinic chooses from what is shared and its own, by maker and name, without what it retired', async () => {
  const north = await staffClinic('north', now);
  const south = await staffClinic('south', now);
  const own = {
    maker: 'A Workshop',
    sites: ['mandible' as const],
    umPerTurn: 500,
    actuationsPerTurn: null,
    travelsUm: [15_000, 20_000],
    source: 'its leaflet',
    note: null,
  };
  const add = async (actor: typeof north.administrator, name: string) => {
    const input = { id: newId(), name, ...own };
    return accepted(await addDeviceModel({ actor, input, now })).id;
  };
  const second = await add(north.administrator, 'Second');
  const first = await add(north.administrator, 'First');
  const retired = await add(north.administrator, 'Retired');
  await add(south.administrator, 'Elsewhere');
  accepted(await retireDeviceModel({ actor: north.administrator, modelId: retired, now }));
  const models = await listDeviceModels(north.clinicId);
  expect(models.slice(0, 2).map(({ id }) => id)).toEqual([first, second]);
  expect(models[0]).toEqual({
    id: first,
    maker: 'A Workshop',
    name: 'First',
    sites: ['mandible'],
    umPerTurn: 500,
    actuationsPerTurn: null,
    travelsUm: [15_000, 20_000],
    mriStatus: 'unknown',
    mriReference: null,
  });
  expect(models).toHaveLength(2 + 8);
});
