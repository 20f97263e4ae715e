import 'server-only';
import type { Queryable } from './statement.ts';

/** Some open cases of a clinic by id, after the one given (null: from the first), and how many there are in all. */
export async function listOpenCaseIds(
  db: Queryable,
  { clinicId, after, most }: { clinicId: string; after: string | null; most: number },
): Promise<{ caseIds: string[]; total: number }> {
  const { rows } = await db.query<{ caseIds: string[]; total: number }>({
    name: 'list-open-case-ids',
    text: `SELECT (SELECT count(*)::int FROM case_standing WHERE clinic_id = $1) AS total,
        ARRAY(SELECT case_id FROM case_standing
          WHERE clinic_id = $1 AND ($2::uuid IS NULL OR case_id > $2) ORDER BY case_id LIMIT $3) AS "caseIds"`,
    values: [clinicId, after, most],
  });
  return rows[0] ?? { caseIds: [], total: 0 };
}
