import 'server-only';
import { pool } from './pool.ts';

/** Id → name of people, rooms and anaesthetists, retired ones included. The caller has gated what names them. */
export async function findNames(ids: readonly string[]): Promise<Record<string, string>> {
  if (ids.length === 0) return {};
  const { rows } = await pool().query<{ id: string; name: string }>({
    name: 'find-names',
    text: `SELECT id, name FROM person WHERE id = ANY ($1::uuid[]) UNION ALL
      SELECT id, name FROM room WHERE id = ANY ($1::uuid[]) UNION ALL
      SELECT id, name FROM anaesthetist WHERE id = ANY ($1::uuid[])`,
    values: [ids],
  });
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
