import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { findFreePort, isPortFree } from '#scripts/system/free-port.ts';
import { Refusal } from '#scripts/system/refusal.ts';
import { connect } from './connect.ts';
import { type DatabaseAccess, readAccess, writeAccess } from './database-access.ts';
import { type DatabaseUser, findDatabaseUser, invocationFor } from './database-user.ts';
import { initialiseCluster, quietEnvironment, superuser } from './initialise-cluster.ts';
import { stopLeftOver } from './left-over-server.ts';
import { findPostgres } from './postgres-binaries.ts';
import { serverFlags } from './server-flags.ts';

/** A running PostgreSQL of a data folder. */
export type Cluster = {
  /** The number of its main process. */
  pid: number;
  /** The address of one of its databases, with user and password. */
  urlOf: (database: string) => string;
  /** Ends every session and stops it; resolves when its files are at rest. */
  stop: () => Promise<void>;
  /** Resolves when it ends without having been asked. */
  died: Promise<void>;
};

/** `folder` exists and is locked by the caller; `durable: false` is for a test's throw-away data: no waiting for the disk. */
export type ClusterOptions = { folder: string; durable?: boolean };

type Place = { cluster: string; folder: string; logFile: string };

const startLimitMs = 60_000;

function isReady(cluster: string, pid: number | undefined): boolean {
  try {
    const lines = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

async function waitUntilReady(child: ChildProcess, { cluster, logFile }: Place): Promise<void> {
  const deadline = Date.now() + startLimitMs;
  while (!isReady(cluster, child.pid)) {
    if (child.exitCode !== null || child.signalCode !== null) {
      const lines = readFileSync(logFile, 'utf8').split('\n');
      const complaints = lines.filter((line) => /FATAL|PANIC|could not/.test(line)).join('; ');
      throw new Error(`the database did not start: ${complaints || `see ${logFile}`}`);
    }
    if (Date.now() > deadline) throw new Error(`the database did not start within 60 s: see ${logFile}`);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

function spawnServer(
  place: Place,
  port: number,
  durable: boolean,
  user: DatabaseUser | undefined,
): ChildProcess {
  const invocation = invocationFor(
    findPostgres().postgres,
    ['-D', place.cluster, '-p', String(port), ...serverFlags(durable)],
    place.folder,
    user,
  );
  if (existsSync(place.logFile)) renameSync(place.logFile, path.join(place.folder, 'postgres.previous.log'));
  const log = openSync(place.logFile, 'a', 0o600);
  try {
    // Its own process group: Ctrl-C at the terminal must reach it only after the last request was answered.
    return spawn(invocation.file, invocation.args, {
      ...invocation.user,
      cwd: place.cluster,
      env: quietEnvironment,
      stdio: ['ignore', log, log],
      detached: true,
    });
  } finally {
    closeSync(log);
  }
}

/** The address of a database of an embedded cluster, with user and password. */
export function urlOfDatabase({ port, password }: DatabaseAccess, database: string): string {
  return `postgresql://${superuser}:${password}@127.0.0.1:${port}/${database}`;
}

/** Makes the files of the cluster at the first start, else clears the way for another; returns how to reach it. */
async function prepare({ cluster, folder }: Place, user: DatabaseUser | undefined) {
  const accessFile = path.join(folder, 'database.json');
  const known = readAccess(accessFile);
  let access = known ?? { port: await findFreePort(), password: randomBytes(24).toString('base64url') };
  if (!existsSync(cluster)) {
    writeAccess(accessFile, access);
    await initialiseCluster({ cluster, folder, password: access.password, user });
  } else if (known) {
    await stopLeftOver(cluster);
  } else {
    throw new Refusal(
      `The file ${accessFile} is missing, and with it the key to the database: restore it from a backup; nothing was changed.`,
    );
  }
  if (!(await isPortFree('127.0.0.1', access.port))) {
    access = { ...access, port: await findFreePort() };
    writeAccess(accessFile, access);
  }
  return access;
}

/**
 * Starts the PostgreSQL of a folder, making it at the first call. It listens on 127.0.0.1 only, with a random
 * password kept in the folder; a server that a killed process left running there is stopped first.
 * Rejects with a `Refusal` or the system's error.
 */
export async function startCluster({ folder, durable = true }: ClusterOptions): Promise<Cluster> {
  const place = { folder, cluster: path.join(folder, 'pg18'), logFile: path.join(folder, 'postgres.log') };
  const user = findDatabaseUser();
  const { port, password } = await prepare(place, user);
  const child = spawnServer(place, port, durable, user);
  const failed = new Promise<never>((_, reject) => child.once('error', reject));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  try {
    await Promise.race([waitUntilReady(child, place), failed]);
  } catch (error) {
    child.kill('SIGINT');
    throw error;
  }
  let isStopping = false;
  return {
    pid: child.pid ?? 0,
    urlOf: (database) => urlOfDatabase({ port, password }, database),
    stop: async () => {
      isStopping = true;
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT');
      await ended;
    },
    died: ended.then(() => (isStopping ? new Promise<never>(() => undefined) : undefined)),
  };
}

/** Makes a database of a cluster unless it exists; returns whether it was made. */
export async function ensureDatabase(cluster: Cluster, name: string): Promise<boolean> {
  const client = await connect(cluster.urlOf('postgres'));
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
    return rowCount === 0;
  } finally {
    await client.end();
  }
}
