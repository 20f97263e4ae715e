import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { fillDatabase } from '#scripts/clinic/fill.ts';
import { connect } from '#scripts/database/connect.ts';
import { type Cluster, ensureDatabase, startCluster } from '#scripts/database/embedded-cluster.ts';
import { applyMigrations } from '#scripts/migrate.ts';
import { cleanUp, makeFolder } from './program.ts';

let cluster: Cluster;
let url: string;

beforeAll(async () => {
  cluster = await startCluster({ folder: makeFolder(), durable: false });
  url = cluster.urlOf('turnwise');
});

beforeEach(async () => {
  await ensureDatabase(cluster, 'turnwise');
  await applyMigrations(url);
});

afterAll(async () => {
  await cluster.stop();
  await cleanUp();
});

async function query<T extends pg.QueryResultRow>(sql: string): Promise<T[]> {
  const client = await connect(url);
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

const fill = (isEmptyWanted: boolean, of: { cluster: Cluster | undefined } = { cluster }) =>
  fillDatabase({ env: process.env, signal: new AbortController().signal, url, isEmptyWanted, ...of });

const interruptAFill = () =>
  query(`COMMENT ON TABLE _prisma_migrations IS 'turnwise: filling';
         INSERT INTO person (id, email, name) VALUES (gen_random_uuid(), 'half@demo.example', 'Half')`);

const countPersons = async () => (await query<{ n: number }>('SELECT count(*)::int AS n FROM person'))[0]?.n;

test('a database that was asked to stay empty does so at later starts, and says how to begin', async () => {
  expect(await fill(true)).toContain('npm run admin:create -- --email');
  expect(await fill(false)).toContain('npm run admin:create -- --email');
});

test('a clinic of its own is left alone and told nothing about demonstrations', async () => {
  await query(`INSERT INTO person (id, email, name) VALUES (gen_random_uuid(), 'own@clinic.example', 'Own')`);
  expect(await fill(false)).toBe('');
  expect(await countPersons()).toBe(1);
});

test('half a demonstration on a server is refused and not touched', async () => {
  await interruptAFill();
  await expect(fill(true, { cluster: undefined })).rejects.toThrow(
    /DATABASE_URL holds half of the demonstration clinic/,
  );
  expect(await countPersons()).toBe(2);
});

test('half a demonstration in the data folder is thrown away', async () => {
  expect(await countPersons()).toBe(2);
  expect(await fill(true)).toContain('The database is empty');
  expect(await countPersons()).toBe(0);
});
