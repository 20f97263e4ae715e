import { expect } from 'vitest';
import { connect } from '#scripts/database/connect.ts';

/** The database of one test file: migrated, its own, and gone after the file. */
export type TestDatabase = {
  /** Also in DATABASE_URL, so `lib/data` uses it without being told. */
  url: string;
  /** Empties it to what the migrations left, append-only tables included. */
  reset: () => Promise<void>;
};

async function reset(url: string): Promise<void> {
  const client = await connect(url);
  try {
    const { rows } = await client.query<{ name: string; schema: string }>(
      `SELECT quote_ident(tablename) AS name, schemaname AS schema FROM pg_tables
       WHERE schemaname IN ('public', 'pristine') AND tablename <> '_prisma_migrations'`,
    );
    const tables = rows.filter(({ schema }) => schema === 'public').map(({ name }) => `public.${name}`);
    if (tables.length === 0) return;
    await client.query('BEGIN');
    // Append-only tables refuse to be emptied by anyone who does not switch their triggers off.
    await client.query('SET LOCAL session_replication_role = replica');
    await client.query(`TRUNCATE ${tables.join(', ')} RESTART IDENTITY`);
    for (const { name } of rows.filter(({ schema }) => schema === 'pristine')) {
      await client.query(`INSERT INTO public.${name} OVERRIDING SYSTEM VALUE TABLE pristine.${name}`);
    }
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

/**
 * The database that this file under `tests/db` was given. `beforeEach(database.reset)` makes every test start from
 * an empty one.
 */
export function useDatabase(): TestDatabase {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error('useDatabase() works in tests/db only, where each file has its own database.');
  return { url, reset: () => reset(url) };
}

/** Resolves when somebody waits for a lock in the database of this file. */
export async function isWaitedFor(): Promise<void> {
  const { url } = useDatabase();
  const client = await connect(url);
  try {
    const count = async () =>
      (
        await client.query(
          `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        )
      ).rowCount;
    await expect.poll(count, { timeout: 10_000 }).toBe(1);
  } finally {
    await client.end();
  }
}
