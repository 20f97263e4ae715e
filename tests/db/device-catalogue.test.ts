import { expect, test } from 'vitest';
import { pool } from '#lib/data/pool.ts';

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
