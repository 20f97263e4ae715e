import 'server-only';
import { pool } from './pool.ts';

/**
 * What changed in a clinic since a place in the order of its changes. `seen` is the place to go on from: the oldest
 * transaction that was still open, so that a change may be told of twice but is never left out. `many`: more than are
 * worth naming, or a place that this database never gave.
 */
export type CaseChanges = { caseIds: readonly string[] | 'many'; seen: string };

const MOST = 200;

/** The cases of a clinic whose judgement was written since `seen`; null: none, only the place to go on from. */
export async function listCaseChanges(clinicId: string, seen: string | null): Promise<CaseChanges> {
  const { rows } = await pool().query<{ caseIds: string[]; isOurs: boolean; seen: string }>({
    name: 'list-case-changes',
    text: `SELECT pg_snapshot_xmin(now)::text AS seen,
        coalesce($2::bigint <= pg_snapshot_xmax(now)::text::bigint, true) AS "isOurs",
        ARRAY(SELECT case_id FROM case_change
          WHERE clinic_id = $1 AND changed_in >= $2::bigint AND changed_in < pg_snapshot_xmax(now)::text::bigint
          LIMIT ${MOST + 1}) AS "caseIds"
      FROM pg_current_snapshot() AS now`,
    values: [clinicId, seen],
  });
  const row = rows[0];
  if (!row) throw new Error('the database did not answer');
  const caseIds = row.isOurs && row.caseIds.length <= MOST ? row.caseIds : 'many';
  return { caseIds, seen: row.seen };
}
