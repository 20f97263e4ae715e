import { pool } from '#lib/data/pool.ts';

type Part = { drop: string; add: string };

/** Constraints come back unvalidated, since what is filled in meanwhile is copied from rows that keep them. */
const PARTS = `
  SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
    format('ALTER TABLE %s ADD CONSTRAINT %I %s%s', conrelid::regclass, conname, pg_get_constraintdef(oid),
      CASE WHEN contype IN ('c', 'f') THEN ' NOT VALID' END) AS add
  FROM pg_constraint WHERE conrelid = $1::regclass AND contype <> 'n'
  UNION ALL
  SELECT format('DROP INDEX %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
  FROM pg_index WHERE indrelid = $1::regclass AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)`;

/** Fills a table while it has neither indexes nor constraints, and gives it back what it had. */
export async function fillBare(table: string, fill: () => Promise<unknown>): Promise<void> {
  const { rows: parts } = await pool().query<Part>(PARTS, [table]);
  for (const { drop } of parts) await pool().query(drop);
  await fill();
  const client = await pool().connect();
  try {
    await client.query(`SET maintenance_work_mem = '1GB'`);
    for (const { add } of parts) await client.query(add);
    await client.query('RESET maintenance_work_mem');
  } finally {
    client.release();
  }
  await pool().query(`VACUUM ANALYZE ${table}`);
}
