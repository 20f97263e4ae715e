import { rm } from 'node:fs/promises';
import process from 'node:process';
import { pool } from '#lib/data/pool.ts';
import { serve } from '#scripts/clinic/serve.ts';
import { ensureDatabase, startCluster } from '#scripts/database/embedded-cluster.ts';
import { applyMigrations } from '#scripts/migrate.ts';
import { findFreePort } from '#scripts/system/free-port.ts';
import { BENCH_AS_OF } from '#tests/factories/bench-case.ts';
import { makeDataFolder } from '#tests/setup/data-folder.ts';
import { siteFolder } from './site.ts';

/** Where a bench runs: it is cleared away when the bench is over. */
export type BenchPlace = {
  stop: AbortController;
  cleanups: (() => unknown)[];
};

/** Starts a database of its own, migrated and empty, for `lib/data` of this process; returns its address. */
export async function openBenchDatabase({ cleanups }: BenchPlace): Promise<string> {
  const folder = await makeDataFolder();
  cleanups.push(() => rm(folder, { recursive: true, force: true }));
  const cluster = await startCluster({ folder });
  cleanups.push(() => {
    // At once: writing millions of rows to the disk that are thrown away takes longer than measuring them.
    process.kill(cluster.pid, 'SIGQUIT');
    return cluster.stop();
  });
  await ensureDatabase(cluster, 'bench');
  const url = cluster.urlOf('bench');
  await applyMigrations(url);
  process.env.DATABASE_URL = url;
  cleanups.push(() => pool().end());
  return url;
}

/** Serves the copy of the program, its clock stopped at the end of the case of the bench; returns its origin. */
export async function startSite({ stop, cleanups }: BenchPlace, databaseUrl: string): Promise<string> {
  const port = await findFreePort();
  const origin = `http://localhost:${port}`;
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    NEXT_TELEMETRY_DISABLED: '1',
    DATABASE_URL: databaseUrl,
    TURNWISE_URL: origin,
    TURNWISE_LOG_LEVEL: 'warn',
    TURNWISE_CLOCK: new Date(BENCH_AS_OF).toISOString(),
    TURNWISE_ALLOW_TEST_CLOCK: '1',
  };
  const where = { mode: 'production' as const, host: '127.0.0.1', port, folder: siteFolder };
  const { ended } = await serve({ ...where, env, signal: stop.signal });
  cleanups.push(async () => {
    stop.abort();
    await ended;
  });
  return origin;
}
