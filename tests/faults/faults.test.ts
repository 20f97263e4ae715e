import { rm } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pool } from '#lib/data/pool.ts';
import { HOUR_MS } from '#lib/domain/units.ts';
import { reassessDueStandings } from '#lib/operations/reassess-due-standings.ts';
import { rebuildStandings } from '#lib/operations/rebuild-standings.ts';
import { type Cluster, ensureDatabase, startCluster } from '#scripts/database/embedded-cluster.ts';
import { applyMigrations } from '#scripts/migrate.ts';
import { multiplyCases } from '#tests/bench/multiply-cases.ts';
import { openedSession } from '#tests/factories/opened-session.ts';
import { type RecordedCase, recordCase } from '#tests/factories/recorded-case.ts';
import { staffClinic } from '#tests/factories/staffed-clinic.ts';
import { makeDataFolder } from '#tests/setup/data-folder.ts';
import { type KillableServer, killDatabase, killServer, startServer, untilAnswering } from './processes.ts';
import { startWriters } from './writers.ts';

/**
 * `npm run test:faults` goes ten rounds and holds to the limit; the tests of every change go one, on a machine that may
 * have much else to do, and ask only that the program comes back.
 */
const LONG_ROUNDS = Number(process.env.TURNWISE_FAULT_ROUNDS ?? 0);
const ROUNDS = LONG_ROUNDS || 1;
/** Turns that the eight are to be in the midst of. */
const TURNS = 80;
const BACK_WITHIN_MS = LONG_ROUNDS ? 5_000 : Number.POSITIVE_INFINITY;

const servers: KillableServer[] = [];
let folder: string;
let cluster: Cluster;
let server: KillableServer;
let cookie: string;
const cases: RecordedCase[] = [];

beforeAll(async () => {
  folder = await makeDataFolder();
  cluster = await startCluster({ folder });
  await ensureDatabase(cluster, 'faults');
  process.env.DATABASE_URL = cluster.urlOf('faults');
  await applyMigrations(cluster.urlOf('faults'));
  const now = Date.now();
  const staff = await staffClinic('north', now - 100 * 24 * HOUR_MS);
  for (let index = 0; index < 8; index++) cases.push(await recordCase(staff, now));
  cookie = (await openedSession(staff.nurse.personId, now)).cookie;
  server = await start();
});

afterAll(async () => {
  for (const one of servers) await killServer(one);
  await pool().end();
  await cluster.stop();
  await rm(folder, { recursive: true, force: true });
});

async function start(settings: Record<string, string> = {}, port?: number): Promise<KillableServer> {
  const started = await startServer(settings, port);
  servers.push(started);
  return started;
}

/** Acknowledged reports that the database does not have. */
async function lostOf(acknowledged: readonly string[]): Promise<number> {
  const { rows } = await pool().query<{ kept: number }>(
    'SELECT count(*)::int AS kept FROM turn_report WHERE id = ANY($1::uuid[])',
    [acknowledged],
  );
  return acknowledged.length - (rows[0]?.kept ?? 0);
}

/** No case stands otherwise than its facts say. */
async function expectStandingsOfFacts(): Promise<void> {
  const now = Date.now();
  await reassessDueStandings({ clinicId: null, now });
  await pool().query('CREATE TABLE stood AS SELECT case_id, s::text AS row FROM case_standing s');
  await rebuildStandings(now);
  const { rows } = await pool().query(
    'SELECT FROM stood FULL JOIN case_standing s USING (case_id) WHERE stood.row IS DISTINCT FROM s::text',
  );
  await pool().query('DROP TABLE stood');
  expect(rows).toHaveLength(0);
}

const restartServer = async (): Promise<number> => {
  const killedAt = performance.now();
  await killServer(server);
  server = await start({}, server.port);
  return performance.now() - killedAt;
};

const restartDatabase = async (): Promise<number> => {
  const killedAt = performance.now();
  cluster = await killDatabase(folder);
  return untilAnswering(server, killedAt);
};

describe.each([
  ['the server', restartServer],
  ['PostgreSQL', restartDatabase],
])('kill -9 of %s while eight write', (_what, restart) => {
  test.each(Array.from({ length: ROUNDS }, (_, round) => round + 1))('round %i', async () => {
    const writers = startWriters(server.origin, cookie, cases);
    await writers.goOnFor(TURNS);
    const backAfterMs = await restart();
    await writers.goOnFor(TURNS / 2);
    await writers.stop();
    expect(await lostOf(writers.acknowledged)).toBe(0);
    await expectStandingsOfFacts();
    expect(backAfterMs).toBeLessThanOrEqual(BACK_WITHIN_MS);
  });
});

test('two servers on one database judge each due case anew once', async () => {
  const [first] = cases;
  await multiplyCases([first?.caseId ?? ''], { copies: 292 });
  expect(await rebuildStandings(Date.now())).toBe(300);
  const other = await start();
  await pool().query(`CREATE TABLE judged (case_id uuid);
    CREATE FUNCTION count_judged() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN INSERT INTO judged VALUES (NEW.case_id); RETURN NULL; END $$`);
  await pool().query(`UPDATE case_standing SET reassess_at = now();
    CREATE TRIGGER count_judged AFTER UPDATE ON case_standing FOR EACH ROW EXECUTE FUNCTION count_judged()`);
  const open = ({ origin }: KillableServer) => fetch(origin, { headers: { cookie } });
  const answers = await Promise.all([server, other, server, other, server, other].map(open));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
  const { rows } = await pool().query(
    'SELECT count(*)::int, count(DISTINCT case_id)::int AS cases FROM judged',
  );
  expect(rows).toEqual([{ count: 300, cases: 300 }]);
  await pool().query('DROP FUNCTION count_judged() CASCADE; DROP TABLE judged');
  await killServer(other);
});

test('a clock moved back an hour loses nothing and repeats nothing', async () => {
  const before = startWriters(server.origin, cookie, cases);
  await before.goOnFor(TURNS / 4);
  await before.stop();
  const count = async () => (await pool().query('SELECT FROM turn_report')).rowCount ?? 0;
  const counted = await count();
  await killServer(server);
  server = await start({ TURNWISE_CLOCK: '-1h', TURNWISE_ALLOW_TEST_CLOCK: '1' }, server.port);
  await before.repeat(before.acknowledged.slice(0, 5));
  expect(await count()).toBe(counted);
  const after = startWriters(server.origin, cookie, cases);
  await after.goOnFor(TURNS / 4);
  await after.stop();
  expect(await count()).toBe(counted + after.acknowledged.length);
  expect(await lostOf([...before.acknowledged, ...after.acknowledged])).toBe(0);
  await expectStandingsOfFacts();
});

test('the check finds what is lost: with synchronous_commit off, acknowledged writes are', async () => {
  for (const setting of [
    `synchronous_commit = 'off'`,
    `wal_writer_delay = '10s'`,
    `wal_writer_flush_after = '1GB'`,
  ])
    await pool().query(`ALTER SYSTEM SET ${setting}`);
  await pool().query('SELECT pg_reload_conf()');
  await delay(300);
  const writers = startWriters(server.origin, cookie, cases);
  await writers.goOnFor(TURNS);
  const acknowledged = [...writers.acknowledged];
  await restartDatabase();
  await writers.stop();
  expect(await lostOf(acknowledged)).toBeGreaterThan(0);
});
