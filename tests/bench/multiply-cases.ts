import { pool } from '#lib/data/pool.ts';

/** Whose rows belong to a case; the patient's are those of his cases. */
const tables: Record<string, string> = {
  patient: 'id IN (SELECT patient_id FROM distraction_case WHERE id = ANY($1))',
  distraction_case: 'id = ANY($1)',
  operation: 'case_id = ANY($1)',
  device: 'case_id = ANY($1)',
  protocol_version: 'case_id = ANY($1)',
  protocol_device_plan: 'case_id = ANY($1)',
  protocol_notice: 'case_id = ANY($1)',
  course_event: 'case_id = ANY($1)',
  turn_report: 'case_id = ANY($1)',
  measurement: 'case_id = ANY($1)',
};

const ids = ['id', 'case_id', 'patient_id', 'device_id', 'corrects_id', 'removal_operation_id'];

/** SQL for the id, in copy `n` of its case, of what has this id in the original: a UUID of version 4 to whoever checks. */
const copyOf = (id: string) =>
  `overlay(overlay(md5(${id}::text || n) placing '4' from 13) placing '8' from 17)::uuid`;

/**
 * Adds `copies` of each of these cases, with patients of their own, by SQL and without the triggers: the rows are
 * those of cases that were written through the operations. Standings are for the caller to make.
 * Returns the ids of the copies, case by case.
 */
export async function multiplyCases(caseIds: readonly string[], copies: number): Promise<string[][]> {
  const client = await pool().connect();
  try {
    await client.query('BEGIN');
    await client.query('SET LOCAL session_replication_role = replica');
    for (const [table, where] of Object.entries(tables)) {
      const { rows } = await client.query<{ name: string }>(
        'SELECT column_name AS name FROM information_schema.columns WHERE table_schema = current_schema AND table_name = $1',
        [table],
      );
      const names = rows.map(({ name }) => name);
      const values = names.map((name) => {
        if (ids.includes(name)) return copyOf(`t.${name}`);
        return name === 'mrn' ? `t.mrn || '-' || n` : `t.${name}`;
      });
      await client.query(
        `INSERT INTO ${table} (${names}) SELECT ${values} FROM ${table} t, generate_series(1, $2::int) AS n WHERE ${where}`,
        [caseIds, copies],
      );
    }
    const { rows } = await client.query<{ ids: string[] }>(
      `SELECT array_agg(${copyOf('id')} ORDER BY n) AS ids
       FROM unnest($1::uuid[]) WITH ORDINALITY AS original (id, place), generate_series(1, $2::int) AS n
       GROUP BY id, place ORDER BY place`,
      [caseIds, copies],
    );
    await client.query('COMMIT');
    return rows.map((row) => row.ids);
  } finally {
    client.release();
  }
}
