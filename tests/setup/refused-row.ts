import { pool } from '#lib/data/pool.ts';

/** A row by the names of its columns. */
export type Row = Record<string, unknown>;

/** The constraint that refuses a row, `kept` when none does; nothing is left behind. */
export async function refusalOf(table: string, row: Row, after: [string, Row][] = []): Promise<string> {
  const client = await pool().connect();
  try {
    await client.query('BEGIN');
    for (const [into, one] of [...after, [table, row] as const]) {
      const sql = `INSERT INTO ${into} SELECT * FROM json_populate_recordset(NULL::${into}, $1)`;
      await client.query(sql, [JSON.stringify([one])]);
    }
    await client.query('SET CONSTRAINTS ALL IMMEDIATE');
    return 'kept';
  } catch (error) {
    const { code, constraint } = error as { code: string; constraint?: string };
    return constraint ?? code;
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}
