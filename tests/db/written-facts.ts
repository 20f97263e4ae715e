import { pool } from '#lib/data/pool.ts';

/** What no operation of a person writes: sessions and counters, what is derived from the facts, and the trail itself. */
const NO_FACTS = [
  'audit_event',
  'session',
  'rate_limit',
  'case_standing',
  'case_outcome',
  'case_change',
  '_prisma_migrations',
];

/** What the migrations put there: the catalogue of device models that every clinic has. */
const OF_EVERY_CLINIC: Readonly<Record<string, string>> = { device_model: 'AND clinic_id IS NOT NULL' };

/** How many rows of each table of facts were last written in a transaction that wrote nothing into the trail; none: left out. */
export async function writtenWithoutTrail(): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const name of await tablesOfFacts()) {
    const { rows } = await pool().query<{ count: number }>(
      `SELECT count(*)::int FROM "${name}" t WHERE NOT EXISTS
        (SELECT FROM audit_event a WHERE a.xmin = t.xmin AND a.event NOT IN ('case.read', 'list.read'))
        ${OF_EVERY_CLINIC[name] ?? ''}`,
    );
    if (rows[0]?.count) found[name] = rows[0].count;
  }
  return found;
}

async function tablesOfFacts(): Promise<string[]> {
  const { rows } = await pool().query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL($1) ORDER BY 1`,
    [NO_FACTS],
  );
  return rows.map(({ name }) => name);
}
