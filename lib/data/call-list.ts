import 'server-only';
import type { Assessment } from '#lib/domain/assessment.ts';
import type { Caregiver } from '#lib/domain/patient/caregiver.ts';
import type { Instant } from '#lib/domain/units.ts';
import { pool } from './pool.ts';
import { epochMs, type Statement, timestamp } from './statement.ts';

/** A family to be called: who they are, and the judgement of the case as it was last made. */
export type CallCase = {
  caseId: string;
  zone: string;
  patient: { familyName: string; givenName: string; mrn: string };
  caregivers: readonly Pick<Caregiver, 'id' | 'name' | 'relation' | 'language' | 'phone' | 'bestTime'>[];
  assessment: Assessment;
};

/** A family that has been spoken to since the day began. */
export type SpokenCase = Pick<CallCase, 'caseId' | 'zone' | 'patient'> & { reachedAt: Instant };

/** `seen` is the place of the list in the order of changes. */
export type CallList = { total: number; cases: CallCase[]; spoken: SpokenCase[]; seen: string };

type Scope = {
  clinicId: string;
  rules: readonly string[];
  /** Start of the clinic's day: who was reached since is not called again. */
  dayStart: Instant;
  page: number;
  pageSize: number;
};

/**
 * The families of a clinic with an open flag of one of these rules who have not been reached since the day began,
 * worst first; and who has been. It reads standings only, so it costs what the open cases cost, whatever their history.
 */
export async function listCalls(scope: Scope): Promise<CallList> {
  const { rows } = await pool().query<CallList>(callListStatement(scope));
  return rows[0] ?? { total: 0, cases: [], spoken: [], seen: '0' };
}

const worstFirst = 's.urgency DESC, s.since_day, s.since_slot, s.case_id';
const patient = `json_build_object('familyName', p.family_name, 'givenName', p.given_name, 'mrn', p.mrn)`;
const caregivers = `(SELECT coalesce(json_agg(json_build_object('id', g.id, 'name', g.name, 'relation', g.relation,
  'language', g.language, 'phone', g.phone, 'bestTime', g.best_time) ORDER BY g.created_at, g.id), '[]')
  FROM caregiver g WHERE g.patient_id = p.id)`;

/** How many families that were reached today are shown. */
const MOST_SPOKEN = 50;

export function callListStatement({ clinicId, rules, dayStart, page, pageSize }: Scope): Statement {
  return {
    name: 'call-list',
    text: `WITH found AS MATERIALIZED (
        SELECT s.case_id, s.urgency, s.since_day, s.since_slot FROM case_standing s
        WHERE s.clinic_id = $1 AND s.open_rules && $2::text[] AND (s.reached_at IS NULL OR s.reached_at < $3))
      SELECT (SELECT count(*)::int FROM found) AS total, pg_snapshot_xmin(pg_current_snapshot())::text AS seen,
        (SELECT coalesce(json_agg(json_build_object('caseId', s.case_id, 'zone', c.zone, 'patient', ${patient},
            'caregivers', ${caregivers}, 'assessment', standing.assessment) ORDER BY ${worstFirst}), '[]')
          FROM (SELECT * FROM found s ORDER BY ${worstFirst} LIMIT $4 OFFSET $5) s
          JOIN case_standing standing ON standing.case_id = s.case_id
          JOIN distraction_case c ON c.id = s.case_id JOIN patient p ON p.id = c.patient_id) AS cases,
        (SELECT coalesce(json_agg(json_build_object('caseId', s.case_id, 'zone', c.zone, 'patient', ${patient},
            'reachedAt', ${epochMs('s.reached_at')}) ORDER BY s.reached_at DESC, s.case_id), '[]')
          FROM (SELECT * FROM case_standing WHERE clinic_id = $1 AND reached_at >= $3
            ORDER BY reached_at DESC, case_id LIMIT ${MOST_SPOKEN}) s
          JOIN distraction_case c ON c.id = s.case_id JOIN patient p ON p.id = c.patient_id) AS spoken`,
    values: [clinicId, rules, timestamp(dayStart), pageSize, (page - 1) * pageSize],
  };
}
