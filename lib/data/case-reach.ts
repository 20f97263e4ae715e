import 'server-only';
import { type Instant, MINUTE_MS } from '#lib/domain/units.ts';
import { newId } from './new-id.ts';
import { pool } from './pool.ts';

/** Somebody's looks at the same thing within so long are one in the trail. */
export const ONE_LOOK_MS = 15 * MINUTE_MS;

/** The quarter of an hour that is under way: a person's reads of a case are noted once in each. */
export function readQuarter(now: Instant): number {
  return Math.floor(now / ONE_LOOK_MS);
}

const REACH_CASE = {
  name: 'reach-case',
  text: `WITH reach AS (SELECT id, patient_id FROM distraction_case WHERE clinic_id = $1 AND id = $2),
    noted AS (
      INSERT INTO audit_event (id, at, event, clinic_id, actor_id, case_id, patient_id, detail, read_quarter)
      SELECT $4::uuid, $5::timestamptz, 'case.read', $1::uuid, $3::uuid, id, patient_id, '{}'::jsonb, $6::int FROM reach
      WHERE NOT EXISTS (SELECT FROM audit_event WHERE actor_id = $3 AND case_id = $2 AND read_quarter = $6)
      ON CONFLICT (case_id, actor_id, read_quarter) WHERE read_quarter IS NOT NULL DO NOTHING)
    SELECT FROM reach`,
};

/**
 * Whether the clinic has this case; if so, that the person reads it is in the audit trail afterwards, once in
 * a quarter of an hour however many requests come at once. `caseId` is a UUID.
 */
export async function reachCase(
  { clinicId, caseId, personId }: { clinicId: string; caseId: string; personId: string },
  now: Instant,
): Promise<boolean> {
  const { rowCount } = await pool().query({
    ...REACH_CASE,
    values: [clinicId, caseId, personId, newId(), new Date(now), readQuarter(now)],
  });
  return rowCount === 1;
}
