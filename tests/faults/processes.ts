import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { type Cluster, startCluster } from '#scripts/database/embedded-cluster.ts';
import { findFreePort } from '#scripts/system/free-port.ts';
import { databaseProcesses, isAlive, waitFor } from '#tests/runtime/program.ts';

const root = path.join(import.meta.dirname, '..', '..');

/** A web server of the built program that can be killed as a machine kills it. */
export type KillableServer = { origin: string; port: number; child: ChildProcess };

const answers = (origin: string) =>
  fetch(`${origin}/api/health`, { signal: AbortSignal.timeout(2_000) }).then(
    ({ ok }) => ok,
    () => false,
  );

/** Resolves once the server answers with the database behind it; returns how long that took, in milliseconds. */
export async function untilAnswering({ origin }: KillableServer, since = performance.now()): Promise<number> {
  await waitFor(() => answers(origin), 60_000);
  return performance.now() - since;
}

/** Starts a server on the database of DATABASE_URL and waits until it answers. */
export async function startServer(
  settings: Readonly<Record<string, string>> = {},
  port?: number,
): Promise<KillableServer> {
  const chosen = port ?? (await findFreePort());
  const origin = `http://localhost:${chosen}`;
  const next = path.join('node_modules', 'next', 'dist', 'bin', 'next');
  const child = spawn(process.execPath, [next, 'start', '.', '-H', '127.0.0.1', '-p', String(chosen)], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NODE_OPTIONS: '',
      NEXT_TELEMETRY_DISABLED: '1',
      TURNWISE_URL: origin,
      TURNWISE_SECRET: 'a secret for tests, of 32 characters or more',
      TURNWISE_LOG_LEVEL: 'silent',
      ...settings,
    },
    stdio: 'ignore',
  });
  const server = { origin, port: chosen, child };
  await untilAnswering(server);
  return server;
}

/** `kill -9`, and no word before it. */
export async function killServer({ child }: KillableServer): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

/** `kill -9` of PostgreSQL with every session, and its start on what is on the disk. */
export async function killDatabase(folder: string): Promise<Cluster> {
  const pids = databaseProcesses(folder);
  for (const pid of pids) process.kill(pid, 'SIGKILL');
  await waitFor(() => !pids.some(isAlive));
  return startCluster({ folder });
}
