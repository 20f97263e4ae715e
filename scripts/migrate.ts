import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type pg from 'pg';
import { parseEnvironment } from '#lib/env.ts';
import { connect } from '#scripts/database/connect.ts';
import { Refusal, refusalFor } from '#scripts/system/refusal.ts';

type Migration = { name: string; sql: string; checksum: string };
type AppliedRow = { migration_name: string; checksum: string; finished_at: Date | null };

const defaultFolder = path.join(import.meta.dirname, '..', 'prisma', 'migrations');

// The number under which `prisma migrate` takes its own lock, so that the two exclude each other.
const migrationLock = 72_707_369;

// The table as `prisma migrate deploy` makes it.
const createTable = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY NOT NULL,
  checksum varchar(64) NOT NULL,
  finished_at timestamptz,
  migration_name varchar(255) NOT NULL,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz NOT NULL DEFAULT now(),
  applied_steps_count integer NOT NULL DEFAULT 0
)`;

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

function pendingOf(migrations: readonly Migration[], rows: readonly AppliedRow[]): Migration[] {
  const byName = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of rows) {
    const migration = byName.get(row.migration_name);
    if (!migration) {
      throw new Refusal(
        `The database was changed by a newer version of the software (migration ${row.migration_name} is unknown here): start that version; nothing was changed.`,
      );
    }
    if (row.finished_at === null) {
      throw new Refusal(
        `The migration ${row.migration_name} was begun by another tool and did not finish: resolve it there, or restore a backup; nothing was changed.`,
      );
    }
    if (row.checksum !== migration.checksum) {
      throw new Refusal(
        `The file prisma/migrations/${row.migration_name}/migration.sql differs from the one that was applied to this database: restore the file; nothing was changed.`,
      );
    }
  }
  const applied = new Set(rows.map((row) => row.migration_name));
  return migrations.filter((migration) => !applied.has(migration.name));
}

async function applyOne(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(`SET LOCAL lock_timeout = '5s'`);
    await client.query(migration.sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    const code: unknown = Reflect.get(Object(error), 'code');
    if (code === '53100') throw error;
    if (code === '55P03') {
      throw new Refusal(
        `The migration ${migration.name} waited 5 s for a table that another program uses: stop that program and start again; nothing was changed by it.`,
      );
    }
    throw new Refusal(
      `The migration ${migration.name} cannot be applied (${error instanceof Error ? error.message : error}): nothing of it was kept.`,
    );
  }
}

/**
 * Applies the migration files that a database has not seen, in the order of their names, each in its own
 * transaction, and returns their names. Rows are those of `prisma migrate deploy`. Two callers at once wait
 * for each other. Throws a `Refusal` when an applied file was changed or is unknown, or when one fails.
 */
export async function applyMigrations(connectionString: string, folder = defaultFolder): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const client = await connect(connectionString);
  try {
    await client.query(`SET lock_timeout = '60s'`);
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await client.query(createTable);
    const { rows } = await client.query<AppliedRow>(
      'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
    );
    const pending = pendingOf(migrations, rows);
    for (const migration of pending) await applyOne(client, migration);
    return pending.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

async function main(): Promise<void> {
  const url = parseEnvironment(process.env).DATABASE_URL;
  if (!url) throw new Refusal('The setting DATABASE_URL is missing: name the database to migrate.');
  try {
    const applied = await applyMigrations(url);
    process.stdout.write(applied.length > 0 ? `Applied ${applied.join(', ')}.\n` : 'Nothing to apply.\n');
  } catch (error) {
    throw refusalFor(error, { dataDir: '', databaseUrl: url });
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main().catch((error: unknown) => {
    process.stderr.write(`${refusalFor(error, { dataDir: '' }).message}\n`);
    process.exitCode = 1;
  });
}
