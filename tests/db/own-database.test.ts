import { beforeEach, expect, test } from 'vitest';
import { connect } from '#scripts/database/connect.ts';
import { useDatabase } from '#tests/setup/database.ts';

const database = useDatabase();
beforeEach(database.reset);

const ask = async <Row extends Record<string, unknown>>(sql: string) => {
  const client = await connect(database.url);
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
};

test('the database of a file is migrated and is the one that lib/data will use', async () => {
  const rows = await ask<{ migration_name: string }>('SELECT migration_name FROM _prisma_migrations');
  expect(rows.length).toBeGreaterThan(0);
  expect(process.env.DATABASE_URL).toBe(database.url);
});

const elsewhere = `INSERT INTO clinic (id, slug, name, zone, defaults)
  VALUES (gen_random_uuid(), 'elsewhere', 'Elsewhere', 'Europe/Madrid', '{}')`;

test.each([1, 2])('what one test wrote is gone in the next (%i)', async () => {
  expect(await ask('SELECT FROM clinic')).toEqual([]);
  await ask(elsewhere);
  expect(await ask('SELECT FROM clinic')).toHaveLength(1);
});

test('what the migrations filled in is there again after a reset', async () => {
  const models = await ask('SELECT * FROM device_model ORDER BY id');
  expect(models.length).toBeGreaterThan(0);
  await ask('SET session_replication_role = replica; DELETE FROM device_model');
  expect(await ask('SELECT FROM device_model')).toEqual([]);
  await database.reset();
  expect(await ask('SELECT * FROM device_model ORDER BY id')).toEqual(models);
});
