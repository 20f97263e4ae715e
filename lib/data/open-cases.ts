import 'server-only';
import type { Instant } from '#lib/domain/units.ts';
import { type Queryable, timestamp } from './statement.ts';

/**
 * Some cases of a clinic that are open or were until after `since`, by id after the one given (null: from the first),
 * and how many there are in all.
 */
export async function listCaseIdsSince(
  db: Queryable,
  scope: { clinicId: string; since: Instant; after: string | null; most: number },
): Promise<{ caseIds: string[]; total: number }> {
  const { clinicId, since, after, most } = scope;
  const { rows } = await db.query<{ caseIds: string[]; total: number }>({
    name: 'list-case-ids-since',
    text: `WITH open AS (
        SELECT id FROM distraction_case WHERE clinic_id = $1 AND (closed_at IS NULL OR closed_at > $4))
      SELECT (SELECT count(*)::int FROM open) AS total,
        ARRAY(SELECT id FROM open WHERE $2::uuid IS NULL OR id > $2 ORDER BY id LIMIT $3) AS "caseIds"`,
    values: [clinicId, after, most, timestamp(since)],
  });
  return rows[0] ?? { caseIds: [], total: 0 };
}
