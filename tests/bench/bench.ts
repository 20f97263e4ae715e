import { rm } from 'node:fs/promises';
import os from 'node:os';
import process from 'node:process';
import { pool } from '#lib/data/pool.ts';
import { serve } from '#scripts/clinic/serve.ts';
import { ensureDatabase, startCluster } from '#scripts/database/embedded-cluster.ts';
import { applyMigrations } from '#scripts/migrate.ts';
import { findFreePort } from '#scripts/system/free-port.ts';
import { BENCH_AS_OF } from '#tests/factories/bench-case.ts';
import { makeDataFolder } from '#tests/setup/data-folder.ts';
import { makeBenchClinic } from './bench-clinic.ts';
import { measureAssess, measureRecording } from './case-figures.ts';
import { makeClient } from './client.ts';
import { type Figure, figureTable, figureWords, isMissed } from './figure.ts';
import { measureMemory } from './memory-figure.ts';
import { measureCasePage, measureScripts, measureWorklist } from './page-figures.ts';
import { ensureSite, siteFolder } from './site.ts';

const stop = new AbortController();
const cleanups: (() => unknown)[] = [];
const say = (line: string) => process.stdout.write(`${line}\n`);

async function startServer(databaseUrl: string): Promise<string> {
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

async function describeMachine(): Promise<string> {
  const { rows } = await pool().query<{ version: string }>(
    `SELECT current_setting('server_version') AS version`,
  );
  const cpus = os.cpus();
  const memory = `${Math.round(os.totalmem() / 2 ** 30)} GiB of memory`;
  const load = os.loadavg().map((value) => value.toFixed(1));
  return [
    `${cpus[0]?.model.trim() ?? 'unknown processor'}, ${cpus.length} cores, ${memory}`,
    `${os.type()} ${os.release()} ${os.arch()}, Node ${process.versions.node}, PostgreSQL ${rows[0]?.version}`,
    `load at the end ${load.join(', ')}`,
  ].join('; ');
}

async function measure(): Promise<Figure[]> {
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' };
  await ensureSite({ env, signal: stop.signal });
  const folder = await makeDataFolder();
  cleanups.push(() => rm(folder, { recursive: true, force: true }));
  const cluster = await startCluster({ folder });
  cleanups.push(cluster.stop);
  await ensureDatabase(cluster, 'bench');
  const url = cluster.urlOf('bench');
  await applyMigrations(url);
  process.env.DATABASE_URL = url;
  cleanups.push(() => pool().end());
  say('Filling a clinic of 2,000 open cases.');
  const clinic = await makeBenchClinic();
  const origin = await startServer(url);
  const client = makeClient(origin, clinic.cookie, 8);
  cleanups.push(client.close);
  say('Measuring.');
  const measurements = [
    () => measureCasePage(client, clinic),
    () => measureWorklist(client, clinic),
    () => measureRecording(clinic),
    () => measureAssess(clinic),
    () => measureScripts(client, clinic),
    () => measureMemory(client, clinic),
  ];
  const figures: Figure[] = [];
  for (const measurement of measurements) {
    const figure = await measurement();
    say(`  ${figureWords(figure)}`);
    figures.push(figure);
  }
  say(`\n${await describeMachine()}\n`);
  return figures;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
try {
  const figures = await measure();
  say(figureTable(figures));
  const missed = figures.filter(isMissed).length;
  say(missed === 0 ? '\nEvery must is kept.' : `\n${missed} must${missed === 1 ? '' : 's'} missed.`);
  process.exitCode = missed === 0 ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
for (const cleanup of cleanups.reverse()) await cleanup();
process.exit();
