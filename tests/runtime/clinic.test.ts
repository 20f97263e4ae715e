import { readFileSync, statSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '#scripts/database/connect.ts';
import {
  cleanUp,
  databaseProcess,
  databaseProcesses,
  isAlive,
  makeFolder,
  residentMb,
  start,
  startClinic,
  waitFor,
  webServerOf,
} from './program.ts';

// One data folder, used by every test in turn: what one leaves behind, the next must be able to start on.
let folder: string;

beforeAll(async () => {
  folder = path.join(makeFolder(), 'data');
});

afterAll(cleanUp);

const healthOf = (origin: string) => fetch(`${origin}/api/health`, { headers: { connection: 'close' } });

async function onDatabase<T>(use: (client: pg.Client) => Promise<T>): Promise<T> {
  const { port, password } = JSON.parse(readFileSync(path.join(folder, 'database.json'), 'utf8'));
  const client = await connect(`postgresql://turnwise:${password}@127.0.0.1:${port}/postgres`);
  try {
    return await use(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

const refusesConnections = (origin: string) => {
  const { hostname, port } = new URL(origin);
  return new Promise<boolean>((resolve) => {
    const socket = net.connect(Number(port), hostname);
    socket.once('connect', () => {
      socket.destroy();
      resolve(false);
    });
    socket.once('error', () => resolve(true));
  });
};

test('a first start makes everything, and a second one on the same folder is told so', async () => {
  const clinic = await startClinic(folder);
  expect(clinic.stdout()).toContain('npm run admin:create');
  const health = await healthOf(clinic.origin);
  expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }]);
  for (const secret of ['secret', 'database.json']) {
    expect(statSync(path.join(folder, secret)).mode & 0o077).toBe(0);
  }
  const second = start({ TURNWISE_DATA_DIR: folder, TURNWISE_PORT: '9' });
  expect(await second.ended).toBe(1);
  expect(second.stderr()).toMatch(/^The data folder [^\n]* is in use by another running instance[^\n]*\n$/);
  const database = databaseProcess(folder);
  clinic.process.kill('SIGTERM');
  expect(await clinic.ended).toBe(0);
  expect(isAlive(database)).toBe(false);
});

test('every answer carries its own nonce and request id', async () => {
  const clinic = await startClinic(folder);
  const [one, two] = await Promise.all([healthOf(clinic.origin), healthOf(clinic.origin)]);
  for (const name of ['content-security-policy', 'x-request-id']) {
    expect(one.headers.get(name)).toBeTruthy();
    expect(one.headers.get(name)).not.toBe(two.headers.get(name));
  }
  expect(one.headers.get('content-security-policy')).toMatch(
    /script-src 'self' 'nonce-[\w+/=]{24}' 'strict-dynamic';/,
  );
  expect(one.headers.get('cache-control')).toContain('no-store');
  expect(one.headers.get('x-powered-by')).toBeNull();
  clinic.process.kill('SIGINT');
  expect(await clinic.ended).toBe(0);
});

/** Sends a body but for its last byte; resolves with the status of the answer, or 0 when it is taken in and waited for. */
function withhold(origin: string, headers: http.OutgoingHttpHeaders, bytes: number, agent: http.Agent) {
  return new Promise<number>((resolve) => {
    const sending = http.request(`${origin}/sign-in`, { method: 'POST', headers, agent });
    sending.on('response', (response) => resolve(response.resume().statusCode ?? 0));
    sending.on('error', () => resolve(0));
    sending.write(Buffer.alloc(bytes - 1, 65), () => setTimeout(resolve, 3_000, 0));
  });
}

test('bodies whose end is withheld by nobody known cost little memory', async () => {
  const clinic = await startClinic(folder);
  const server = webServerOf(clinic, folder);
  const agent = new http.Agent({ maxSockets: 200 });
  const sixty = async (headers: http.OutgoingHttpHeaders, bytes: number) => {
    const statuses = await Promise.all(
      Array.from({ length: 60 }, () => withhold(clinic.origin, headers, bytes, agent)),
    );
    return [411, 413, 503, 0].map((status) => statuses.filter((each) => each === status).length);
  };
  for (let n = 0; n < 20; n += 1) await (await fetch(`${clinic.origin}/sign-in`)).text();
  const before = residentMb(server);
  const megabyte = { 'content-length': 1024 * 1024 };
  const cookie = 'turnwise-session=made-up';
  expect(await sixty({ 'transfer-encoding': 'chunked' }, 2_900_000)).toEqual([60, 0, 0, 0]);
  expect(await sixty(megabyte, 1024 * 1024)).toEqual([0, 60, 0, 0]);
  expect(await sixty({ ...megabyte, cookie }, 1024 * 1024)).toEqual([0, 0, 44, 16]);
  expect(residentMb(server) - before).toBeLessThan(100);
  agent.destroy();
  clinic.process.kill('SIGTERM');
  expect(await clinic.ended).toBe(0);
});

test('a request in flight is answered before the database stops', async () => {
  const clinic = await startClinic(folder);
  await healthOf(clinic.origin);
  const database = databaseProcesses(folder);
  for (const pid of database) process.kill(pid, 'SIGSTOP');
  const inFlight = healthOf(clinic.origin);
  await new Promise((resolve) => setTimeout(resolve, 300));
  clinic.process.kill('SIGTERM');
  await waitFor(() => refusesConnections(clinic.origin));
  expect(clinic.process.exitCode).toBeNull();
  for (const pid of database) process.kill(pid, 'SIGCONT');
  expect((await inFlight).status).toBe(200);
  expect(await clinic.ended).toBe(0);
  expect(isAlive(database[0] ?? 0)).toBe(false);
});

test('after kill -9 of the start script nothing stays behind, and the next start works', async () => {
  const clinic = await startClinic(folder);
  const database = databaseProcess(folder);
  clinic.process.kill('SIGKILL');
  await clinic.ended;
  await waitFor(() => refusesConnections(clinic.origin));
  await waitFor(() => !isAlive(database));
});

test('after kill -9 of the start script and the web server the next start stops the database and takes over', async () => {
  const clinic = await startClinic(folder);
  const database = databaseProcess(folder);
  process.kill(webServerOf(clinic, folder), 'SIGKILL');
  clinic.process.kill('SIGKILL');
  await clinic.ended;
  expect(isAlive(database)).toBe(true);
  const next = await startClinic(folder);
  expect(isAlive(database)).toBe(false);
  await onDatabase((client) => client.query(`CREATE TABLE kept AS SELECT 'before the crash' AS note`));
  for (const pid of databaseProcesses(folder)) killIfThere(pid);
  expect(await next.ended).toBe(1);
  expect(next.stderr()).toMatch(/The database ended unexpectedly; [^\n]*TURNWISE_DATA_DIR/);
});

test('after a crash of the database the next start recovers what was stored', async () => {
  const clinic = await startClinic(folder);
  const { rows } = await onDatabase((client) => client.query('SELECT note FROM kept'));
  expect(rows).toEqual([{ note: 'before the crash' }]);
  expect((await healthOf(clinic.origin)).status).toBe(200);
  clinic.process.kill('SIGTERM');
  expect(await clinic.ended).toBe(0);
});

/** The main process takes others with it, some before they are killed. */
function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (Reflect.get(Object(error), 'code') !== 'ESRCH') throw error;
  }
}
