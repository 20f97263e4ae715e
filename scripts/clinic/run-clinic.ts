import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { applyMigrations } from '#scripts/migrate.ts';
import type { ChildOptions } from '#scripts/system/child.ts';
import { isPortFree } from '#scripts/system/free-port.ts';
import { Refusal, refusalFor } from '#scripts/system/refusal.ts';
import { ensureBuild } from './build.ts';
import { fillDatabase } from './fill.ts';
import { type Cleanups, claimFolder, openDatabase } from './open-database.ts';
import { serve } from './serve.ts';
import { ensureSecret, readSettings, readStartFlags, type StartSettings } from './settings.ts';

type Mode = 'production' | 'development';

type Run = {
  mode: Mode;
  settings: StartSettings;
  isEmptyWanted: boolean;
  stop: AbortController;
  cleanups: Cleanups;
};

const say = (line: string) => process.stdout.write(`${line}\n`);

// Requests in flight have this long to finish; then their connections are cut.
const graceMs = 30_000;

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

async function bringUp({ mode, settings, isEmptyWanted, stop: { signal }, cleanups }: Run) {
  const startedAt = performance.now();
  claimFolder(settings, cleanups);
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
      TURNWISE_PARENT: String(process.pid),
      NEXTAUTH_URL: settings.address,
      NEXTAUTH_SECRET: secret,
      NEXT_TELEMETRY_DISABLED: '1',
    },
  };
  if (mode === 'production') await ensureBuild(options);
  signal.throwIfAborted();
  const notice = await fillDatabase({ ...options, url, isEmptyWanted, cluster });
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

async function run(running: Run): Promise<void> {
  const { settings, stop } = running;
  const { server, died } = await bringUp(running);
  const first = await Promise.race([
    server.ended.then(() => 'server' as const),
    died.then(() => 'database' as const),
  ]);
  const isAsked = stop.signal.aborted;
  stop.abort();
  await server.ended;
  if (isAsked) return;
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
    const { empty } = readStartFlags(process.argv.slice(2));
    settings = readSettings(mode);
    await run({ mode, settings, isEmptyWanted: empty, stop, cleanups });
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
