import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { connect } from '#scripts/database/connect.ts';
import { readAccess } from '#scripts/database/database-access.ts';
import { checkServer } from '#scripts/database/database-server.ts';
import {
  type Cluster,
  ensureDatabase,
  startCluster,
  urlOfDatabase,
} from '#scripts/database/embedded-cluster.ts';
import { applyMigrations } from '#scripts/migrate.ts';
import { lockFolder } from '#scripts/system/folder-lock.ts';
import type { StartSettings } from './settings.ts';

/** Undone in reverse order at the end, however it came. */
export type Cleanups = (() => unknown)[];

/** The clinic's database: on the server of DATABASE_URL, or in a cluster of the data folder. */
export type Database = { url: string; cluster: Cluster | undefined };

const databaseName = 'turnwise';

/** Takes the data folder for this process, unless the database is elsewhere. Throws a `Refusal` when it is in use. */
export function claimFolder({ environment, dataDir }: StartSettings, cleanups: Cleanups): void {
  if (environment.DATABASE_URL) return;
  mkdirSync(dataDir, { recursive: true });
  cleanups.push(lockFolder(dataDir, 'TURNWISE_DATA_DIR').release);
}

/** Opens the clinic's database; the folder is claimed. Rejects with a `Refusal` or the system's error. */
export async function openDatabase(settings: StartSettings, cleanups: Cleanups): Promise<Database> {
  const given = settings.environment.DATABASE_URL;
  if (given) {
    await checkServer(given);
    return { url: given, cluster: undefined };
  }
  const cluster = await startCluster({ folder: settings.dataDir });
  cleanups.push(cluster.stop);
  await ensureDatabase(cluster, databaseName);
  return { url: cluster.urlOf(databaseName), cluster };
}

async function runningDatabase({ dataDir }: StartSettings): Promise<string | undefined> {
  const access = readAccess(path.join(dataDir, 'database.json'));
  if (!access) return undefined;
  const url = urlOfDatabase(access, databaseName);
  try {
    await (await connect(url)).end();
    return url;
  } catch {
    return undefined;
  }
}

/**
 * Lets a command-line tool work on the clinic's migrated database, whether an instance runs on it or not.
 * Rejects with a `Refusal`, the system's error, or what `use` rejects with.
 */
export async function withDatabase<T>(settings: StartSettings, use: (url: string) => Promise<T>): Promise<T> {
  const cleanups: Cleanups = [];
  const running = settings.environment.DATABASE_URL ? undefined : await runningDatabase(settings);
  try {
    if (running) return await use(running);
    claimFolder(settings, cleanups);
    const { url } = await openDatabase(settings, cleanups);
    await applyMigrations(url);
    return await use(url);
  } finally {
    for (const cleanup of cleanups.reverse()) await cleanup();
  }
}
