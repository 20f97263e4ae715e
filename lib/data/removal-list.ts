import 'server-only';
import type { Phase } from '#lib/domain/phase/phase.ts';
import type { RemovalStanding } from '#lib/domain/removal/removal-standing.ts';
import type { Day } from '#lib/domain/units.ts';
import { pool } from './pool.ts';
import { epochDay } from './statement.ts';

/** An open case whose hardware is in place, with where its removal stands. */
export type RemovalCandidate = {
  caseId: string;
  familyName: string;
  givenName: string;
  mrn: string;
  bornDay: Day;
  surgeonName: string;
  zone: string;
  phase: Phase['kind'];
  removal: RemovalStanding;
};

/** The open cases of a clinic whose hardware is in place, as they were judged last. */
export async function listRemovalCandidates(clinicId: string): Promise<RemovalCandidate[]> {
  const { rows } = await pool().query<RemovalCandidate>({
    name: 'list-removal-candidates',
    text: `SELECT c.id AS "caseId", p.family_name AS "familyName", p.given_name AS "givenName", p.mrn,
        ${epochDay('p.born_on')} AS "bornDay", surgeon.name AS "surgeonName", c.zone, s.phase,
        s.assessment -> 'removal' AS removal
      FROM case_standing s JOIN distraction_case c ON c.id = s.case_id JOIN patient p ON p.id = c.patient_id
        JOIN person surgeon ON surgeon.id = c.surgeon_id
      WHERE s.clinic_id = $1 AND s.phase IN ('latency', 'activation', 'consolidation')
        AND json_typeof(s.assessment -> 'removal') = 'object'`,
    values: [clinicId],
  });
  return rows;
}
