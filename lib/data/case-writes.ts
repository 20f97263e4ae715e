import 'server-only';
import type { Instant } from '#lib/domain/units.ts';
import { pool } from './pool.ts';
import { epochMs, type Queryable, timestamp } from './statement.ts';

/** One write to a case, as the trail has it. */
export type CaseWrite = {
  caseId: string;
  event: string;
  at: Instant;
  /** Null: nobody who is signed in, such as a family. */
  by: string | null;
  /** What was written; null where the event names no single thing. */
  factId: string | null;
  /** Of a version of the protocol, or of an entry in the history of a booking. */
  number: number | null;
  /** Of turns. */
  source: string | null;
};

/** What was written to these cases in (`since`, `until`], oldest first; the single turns of families are left out. */
export async function listCaseWrites(
  db: Queryable,
  { caseIds, since, until }: { caseIds: readonly string[]; since: Instant; until: Instant },
): Promise<CaseWrite[]> {
  const { rows } = await db.query<CaseWrite>({
    name: 'list-case-writes',
    text: `SELECT e.case_id AS "caseId", e.event, ${epochMs('e.at')}::float8 AS at, person.name AS by,
        e.detail ->> 'id' AS "factId", (coalesce(e.detail ->> 'seq', e.detail ->> 'version'))::int AS number,
        e.detail ->> 'source' AS source
      FROM audit_event e LEFT JOIN person ON person.id = e.actor_id
      WHERE e.case_id = ANY($1::uuid[]) AND e.at > $2 AND e.at <= $3 AND e.event <> 'case.read'
        AND e.detail ->> 'source' IS DISTINCT FROM 'family-page'
      ORDER BY e.at, e.id`,
    values: [caseIds, timestamp(since), timestamp(until)],
  });
  return rows;
}

/** A write to a case as a page that is open hears of it, the turns of families included. */
export type LatestWrite = Pick<CaseWrite, 'event' | 'by'> & {
  /** How many turns it brought; null: it was of something else. */
  turns: number | null;
};

/** What others than this person wrote to a case from an instant on, oldest first; of more than 20 the latest. */
export async function listLatestWrites(
  caseId: string,
  since: Instant,
  personId: string,
): Promise<LatestWrite[]> {
  const { rows } = await pool().query<LatestWrite>({
    name: 'list-latest-writes',
    text: `SELECT e.event, person.name AS by,
        CASE WHEN e.event LIKE 'turns.%' THEN jsonb_array_length(e.detail -> 'reports') END AS turns
      FROM audit_event e LEFT JOIN person ON person.id = e.actor_id
      WHERE e.case_id = $1 AND e.at >= $2 AND e.event <> 'case.read'
        AND e.actor_id IS DISTINCT FROM $3::uuid ORDER BY e.at DESC, e.id DESC LIMIT 20`,
    values: [caseId, timestamp(since), personId],
  });
  return rows.reverse();
}
