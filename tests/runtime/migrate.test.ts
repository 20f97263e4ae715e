import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '#scripts/database/connect.ts';
import { type Cluster, ensureDatabase, startCluster } from '#scripts/database/embedded-cluster.ts';
import { applyMigrations } from '#scripts/migrate.ts';
import { cleanUp, makeFolder } from './program.ts';

let cluster: Cluster;
let counter = 0;

beforeAll(async () => {
  cluster = await startCluster({ folder: makeFolder(), durable: false });
});

afterAll(async () => {
  await cluster.stop();
  await cleanUp();
});

async function newDatabase(): Promise<string> {
  counter += 1;
  await ensureDatabase(cluster, `migrate_${counter}`);
  return cluster.urlOf(`migrate_${counter}`);
}

function write(folder: string, name: string, sql: string): void {
  mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, name, 'migration.sql'), sql);
}

async function rowsOf<T extends object>(url: string, sql: string): Promise<T[]> {
  const client = await connect(url);
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

const withBody = `CREATE TABLE turn (id int);
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'kept; as it is'; END; $$;`;

test('files are applied once, in order, and recorded as Prisma records them', async () => {
  const folder = makeFolder();
  const url = await newDatabase();
  write(folder, '0002_next', 'ALTER TABLE turn ADD note text;');
  write(folder, '0001_first', withBody);
  expect(await applyMigrations(url, folder)).toEqual(['0001_first', '0002_next']);
  expect(await applyMigrations(url, folder)).toEqual([]);
  const rows = await rowsOf<{ checksum: string; finished: boolean; steps: number }>(
    url,
    `SELECT checksum, finished_at >= started_at AS finished, applied_steps_count AS steps
     FROM _prisma_migrations ORDER BY migration_name LIMIT 1`,
  );
  expect(rows).toEqual([
    { checksum: createHash('sha256').update(withBody).digest('hex'), finished: true, steps: 1 },
  ]);
});

test('a file that fails leaves nothing of itself and keeps those before it', async () => {
  const folder = makeFolder();
  const url = await newDatabase();
  write(folder, '0001_first', withBody);
  write(folder, '0002_broken', 'CREATE TABLE half (id int); SELECT no_such_column FROM turn;');
  await expect(applyMigrations(url, folder)).rejects.toThrow(
    /0002_broken cannot be applied.*nothing of it was kept/,
  );
  expect(
    await rowsOf(url, `SELECT to_regclass('half') AS half, to_regclass('turn') IS NOT NULL AS turn`),
  ).toEqual([{ half: null, turn: true }]);
  write(folder, '0002_broken', 'CREATE TABLE half (id int);');
  expect(await applyMigrations(url, folder)).toEqual(['0002_broken']);
});

test('an applied file that changed is refused, and so is one that this version does not know', async () => {
  const folder = makeFolder();
  const url = await newDatabase();
  write(folder, '0001_first', withBody);
  await applyMigrations(url, folder);
  write(folder, '0001_first', `${withBody}\n-- later thought`);
  await expect(applyMigrations(url, folder)).rejects.toThrow(/0001_first\/migration\.sql differs/);
  await expect(applyMigrations(url, makeFolder())).rejects.toThrow(/newer version of the software/);
});

test('many starts at once apply each file once', async () => {
  const folder = makeFolder();
  const url = await newDatabase();
  write(folder, '0001_first', `${withBody} SELECT pg_sleep(0.2);`);
  const applied = await Promise.all(Array.from({ length: 5 }, () => applyMigrations(url, folder)));
  expect(applied.flat()).toEqual(['0001_first']);
});

test('a table that another program holds is not waited for without end', async () => {
  const folder = makeFolder();
  const url = await newDatabase();
  write(folder, '0001_first', withBody);
  await applyMigrations(url, folder);
  const other = await connect(url);
  await other.query('BEGIN; LOCK TABLE turn IN ACCESS EXCLUSIVE MODE');
  write(folder, '0002_next', 'ALTER TABLE turn ADD note text;');
  await expect(applyMigrations(url, folder)).rejects.toThrow(/waited 5 s for a table/);
  await other.end();
});
