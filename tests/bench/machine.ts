import os from 'node:os';
import process from 'node:process';
import { pool } from '#lib/data/pool.ts';

/** What the figures were measured on, in one line, with the load beside them. */
export async function describeMachine(): Promise<string> {
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
