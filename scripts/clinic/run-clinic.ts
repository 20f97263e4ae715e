import { mkdirSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { checkServer } from '#scripts/database/database-server.ts';
import { type Cluster, ensureDatabase, startCluster } from '#scripts/database/embedded-cluster.ts';
import { applyMigrations } from '#scripts/migrate.ts';
import type { ChildOptions } from '#scripts/system/child.ts';
import { lockFolder } from '#scripts/system/folder-lock.ts';
import { isPortFree } from '#scripts/system/free-port.ts';
import { Refusal, refusalFor } from '#scripts/system/refusal.ts';
import { ensureBuild } from './build.ts';
import { ensureDatabaseClient } from './database-client.ts';
import { fillDatabase } from './fill.ts';
import { serve } from './serve.ts';
import { ensureSecret, readSettings, type StartSettings } from './settings.ts';

type Mode = 'production' | 'development';

/** Undone in reverse order at the end, however it came. */
type Cleanups = (() => unknown)[];

type Database = { url: string; cluster: Cluster | undefined };

const say = (line: string) => process.stdout.write(`${line}\n`);

// Requests in flight have this long to finish; then their connections are cut.
const graceMs = 30_000;

function claimFolder({ dataDir }: StartSettings): () => void {
  mkdirSync(dataDir, { recursive: true });
  return lockFolder(dataDir, 'TURNWISE_DATA_DIR').release;
}

async function claimPort({ environment }: StartSettings): Promise<void> {
  const { TURNWISE_HOST: host, TURNWISE_PORT: port } = environment;
  // The server of an instance that was killed a moment ago may still be leaving.
  for (let attempt = 0; attempt < 10; attempt += 1) {
    if (await isPortFree(host, port).catch((error: Error) => refuseHost(host, error))) return;
    await delay(100);
  }
  throw new Refusal(
    `The port ${port} (TURNWISE_PORT) is taken by another program: stop that one or set another port.`,
  );
}

function refuseHost(host: string, error: Error): never {
  throw new Refusal(
    `The address ${host} (TURNWISE_HOST) with the port of TURNWISE_PORT cannot be listened on (${error.message}): correct the setting.`,
  );
}

async function openDatabase(settings: StartSettings, cleanups: Cleanups): Promise<Database> {
  const given = settings.environment.DATABASE_URL;
  if (given) {
    await checkServer(given);
    return { url: given, cluster: undefined };
  }
  const cluster = await startCluster({ folder: settings.dataDir });
  cleanups.push(cluster.stop);
  await ensureDatabase(cluster, 'turnwise');
  return { url: cluster.urlOf('turnwise'), cluster };
}

async function bringUp(mode: Mode, settings: StartSettings, signal: AbortSignal, cleanups: Cleanups) {
  const startedAt = performance.now();
  if (!settings.environment.DATABASE_URL) cleanups.push(claimFolder(settings));
  await claimPort(settings);
  signal.throwIfAborted();
  const { url, cluster } = await openDatabase(settings, cleanups);
  signal.throwIfAborted();
  const applied = await applyMigrations(url);
  if (applied.length > 0)
    say(`Applied ${applied.length} migration${applied.length === 1 ? '' : 's'} to the database.`);
  const secret = ensureSecret(settings);
  const options: ChildOptions = {
    signal,
    graceMs,
    env: {
      ...process.env,
      NODE_ENV: mode,
      DATABASE_URL: url,
      TURNWISE_URL: settings.address,
      TURNWISE_SECRET: secret,
      TURNWISE_DATABASE_PROCESS: cluster ? String(cluster.pid) : '',
      NEXTAUTH_URL: settings.address,
      NEXTAUTH_SECRET: secret,
      NEXT_TELEMETRY_DISABLED: '1',
    },
  };
  await ensureDatabaseClient(options);
  if (mode === 'production') await ensureBuild(options);
  signal.throwIfAborted();
  const notice = await fillDatabase({ ...options, url, isEmptyWanted: settings.isEmptyWanted, cluster });
  signal.throwIfAborted();
  const { TURNWISE_HOST: host, TURNWISE_PORT: port } = settings.environment;
  const server = await serve({ ...options, mode, host, port });
  say(
    `\nTurnwise is ready at ${settings.address} (after ${((performance.now() - startedAt) / 1000).toFixed(1)} s).`,
  );
  if (notice) say(`\n${notice}`);
  say('\nStop it with Ctrl-C.');
  return { server, died: cluster?.died ?? new Promise<never>(() => undefined) };
}

async function run(
  mode: Mode,
  settings: StartSettings,
  stop: AbortController,
  cleanups: Cleanups,
): Promise<void> {
  const { server, died } = await bringUp(mode, settings, stop.signal, cleanups);
  const first = await Promise.race([
    server.ended.then(() => 'server' as const),
    died.then(() => 'database' as const),
  ]);
  if (stop.signal.aborted) return;
  stop.abort();
  await server.ended;
  throw new Refusal(
    first === 'server'
      ? 'The web server ended unexpectedly, for the reason shown above; the data is stored: start again.'
      : `The database ended unexpectedly; what was stored is kept: see postgres.log in ${settings.dataDir} (TURNWISE_DATA_DIR) and start again.`,
  );
}

/** Runs an installation until it is told to stop; never rejects, but sets the exit code and says why in one sentence. */
export async function runClinic(mode: Mode): Promise<void> {
  const stop = new AbortController();
  const cleanups: Cleanups = [];
  let settings: StartSettings | undefined;
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      if (!stop.signal.aborted) say('Stopping: requests in flight are finished first.');
      stop.abort();
    });
  }
  try {
    settings = readSettings(mode, process.argv.slice(2));
    await run(mode, settings, stop, cleanups);
  } catch (error) {
    process.exitCode = 1;
    if (error !== stop.signal.reason) {
      const context = { dataDir: settings?.dataDir ?? '', databaseUrl: settings?.environment.DATABASE_URL };
      process.stderr.write(`${refusalFor(error, context).message}\n`);
    }
  }
  for (const cleanup of cleanups.reverse()) {
    try {
      await cleanup();
    } catch {
      process.exitCode = 1;
    }
  }
  process.exit();
}
