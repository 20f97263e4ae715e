import 'server-only';
import type { Instant } from '#lib/domain/units.ts';
import { type Queryable, type Statement, timestamp } from './statement.ts';

/** A case whose stored judgement ends now or has ended. */
export type DueCase = { caseId: string; clinicId: string };

/**
 * Claims cases whose judgement has run out, the longest overdue first, until the end of the transaction: those that
 * another reader or a writer works at are left to it. `clinicId` null: of every clinic.
 */
export async function claimDueCases(
  db: Queryable,
  { clinicId, now, most }: { clinicId: string | null; now: Instant; most: number },
): Promise<DueCase[]> {
  const { rows } = await db.query<DueCase>({
    name: clinicId === null ? 'claim-due-cases' : 'claim-due-cases-of-clinic',
    // The case is locked, as a writer of the case does before it reads the facts; and its standing, so that one which
    // another process judged anew since this statement began is seen as it is now, and is not due.
    text: `SELECT c.id AS "caseId", c.clinic_id AS "clinicId"
      FROM case_standing s JOIN distraction_case c ON c.id = s.case_id
      WHERE s.reassess_at <= $1 ${clinicId === null ? '' : 'AND s.clinic_id = $3'} AND c.closed_at IS NULL
      ORDER BY s.reassess_at LIMIT $2 FOR NO KEY UPDATE OF c, s SKIP LOCKED`,
    values: clinicId === null ? [timestamp(now), most] : [timestamp(now), most, clinicId],
  });
  return rows;
}

/** Whether there is a case to claim: what a reader asks first, since there seldom is. */
export async function hasDueCases(db: Queryable, clinicId: string | null, now: Instant): Promise<boolean> {
  const { rows } = await db.query<{ hasDue: boolean }>({
    name: 'has-due-cases',
    text: `SELECT EXISTS (SELECT FROM case_standing
      WHERE reassess_at <= $1 AND ($2::uuid IS NULL OR clinic_id = $2)) AS "hasDue"`,
    values: [timestamp(now), clinicId],
  });
  return rows[0]?.hasDue === true;
}

/** Makes every stored judgement of a clinic end now, for a change of what it was judged by. */
export function makeStandingsDue(clinicId: string, now: Instant): Statement {
  return {
    name: 'make-standings-due',
    text: `UPDATE case_standing SET reassess_at = $2
      WHERE clinic_id = $1 AND (reassess_at IS NULL OR reassess_at > $2)`,
    values: [clinicId, timestamp(now)],
  };
}

/** Every open case, by id, after the one given; null: from the first. */
export async function listOpenCasesAfter(
  db: Queryable,
  after: string | null,
  most: number,
): Promise<DueCase[]> {
  const { rows } = await db.query<DueCase>({
    name: 'list-open-cases-after',
    text: `SELECT id AS "caseId", clinic_id AS "clinicId" FROM distraction_case
      WHERE closed_at IS NULL AND ($1::uuid IS NULL OR id > $1) ORDER BY id LIMIT $2 FOR NO KEY UPDATE`,
    values: [after, most],
  });
  return rows;
}
