import { beforeEach, expect, test } from 'vitest';
import { connect } from '#scripts/connect.ts';
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

test.each([1, 2])('what one test wrote is gone in the next (%i)', async () => {
  expect(await ask('SELECT FROM clinic')).toEqual([]);
  await ask(`INSERT INTO clinic (id, name, zone) VALUES (gen_random_uuid(), 'Elsewhere', 'Europe/Madrid')`);
  expect(await ask('SELECT FROM clinic')).toHaveLength(1);
});
