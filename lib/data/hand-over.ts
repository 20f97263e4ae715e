import 'server-only';
import type { Assessment } from '#lib/domain/assessment.ts';
import type { Day, Instant } from '#lib/domain/units.ts';
import { epochDay, epochMs, type Queryable, type Statement, timestamp } from './statement.ts';

/** A case of which something was written, or that has a flag that nobody covered. */
export type ChangedCase = {
  caseId: string;
  zone: string;
  patient: { familyName: string; givenName: string; mrn: string; bornDay: Day };
  /** The judgement now; null: the case is closed. */
  assessment: Assessment | null;
  hasOpenFlag: boolean;
  /** Writes other than of turns, and batches of turns. */
  writes: number;
  turnWrites: number;
};

/**
 * The cases of a clinic that were written to in (`since`, `until`], and those with an open flag, worst first, closed
 * ones last. It reads the trail of that time by its index and the standings, so that history costs nothing.
 */
export async function listChangedCases(
  db: Queryable,
  { clinicId, since, until }: { clinicId: string; since: Instant; until: Instant },
): Promise<ChangedCase[]> {
  const { rows } = await db.query<ChangedCase>({
    name: 'list-changed-cases',
    text: `WITH written AS (
        SELECT case_id, count(*) FILTER (WHERE event NOT LIKE 'turns.%')::int AS writes,
          count(*) FILTER (WHERE event LIKE 'turns.%')::int AS turns
        FROM audit_event
        WHERE clinic_id = $1 AND at > $2 AND at <= $3 AND case_id IS NOT NULL AND event <> 'case.read'
        GROUP BY case_id),
      shown AS (
        SELECT case_id FROM written
        UNION SELECT case_id FROM case_standing WHERE clinic_id = $1 AND open_level IS NOT NULL)
      SELECT c.id AS "caseId", c.zone, s.assessment, s.open_level IS NOT NULL AS "hasOpenFlag",
        json_build_object('familyName', p.family_name, 'givenName', p.given_name, 'mrn', p.mrn,
          'bornDay', ${epochDay('p.born_on')}) AS patient,
        coalesce(w.writes, 0) AS writes, coalesce(w.turns, 0) AS "turnWrites"
      FROM shown
      JOIN distraction_case c ON c.id = shown.case_id
      JOIN patient p ON p.id = c.patient_id
      LEFT JOIN written w ON w.case_id = c.id
      LEFT JOIN case_standing s ON s.case_id = c.id
      ORDER BY s.urgency DESC NULLS LAST, s.since_day, s.since_slot, c.id`,
    values: [clinicId, timestamp(since), timestamp(until)],
  });
  return rows;
}

/** Up to when a person has seen what changed in a clinic; null: never marked. */
export async function findHandOverMark(
  db: Queryable,
  { clinicId, personId }: { clinicId: string; personId: string },
): Promise<Instant | null> {
  const { rows } = await db.query<{ at: Instant }>({
    name: 'find-hand-over-mark',
    text: `SELECT ${epochMs('seen_until')}::float8 AS at FROM hand_over_mark WHERE person_id = $1 AND clinic_id = $2`,
    values: [personId, clinicId],
  });
  return rows[0]?.at ?? null;
}

/** Moves the mark of a person on; it never goes back. */
export function putHandOverMark(
  { clinicId, personId }: { clinicId: string; personId: string },
  seenUntil: Instant,
): Statement {
  return {
    name: 'put-hand-over-mark',
    text: `INSERT INTO hand_over_mark (person_id, clinic_id, seen_until) VALUES ($1, $2, $3)
      ON CONFLICT (person_id, clinic_id)
      DO UPDATE SET seen_until = greatest(hand_over_mark.seen_until, excluded.seen_until)`,
    values: [personId, clinicId, timestamp(seenUntil)],
  };
}
