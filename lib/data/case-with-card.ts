import 'server-only';
import type { Instant } from '#lib/domain/units.ts';
import { type CaseCard, cardColumns, cardTables } from './case-card.ts';
import { type CaseRow, caseColumns, type ReadCase, toReadCase } from './case-facts.ts';
import { readQuarter } from './case-reach.ts';
import { pool } from './pool.ts';

/** A case with every fact that stands and what stands around them. */
export type CaseWithCard = {
  clinicId: string;
  /** Whether the trail says already that the holder of the session reads it in this quarter of an hour. */
  isNoted: boolean;
  record: ReadCase;
  card: CaseCard;
};

const CASE_WITH_CARD = {
  name: 'case-with-card',
  text: `SELECT ${caseColumns}, ${cardColumns}, EXISTS (SELECT FROM session s JOIN audit_event e ON e.actor_id = s.person_id
      WHERE s.token_hash = $2 AND e.case_id = c.id AND e.read_quarter = $3) AS "isNoted"
    FROM distraction_case c JOIN clinic ON clinic.id = c.clinic_id ${cardTables}
    WHERE c.id = $1 AND c.clinic_id IN (
      SELECT m.clinic_id FROM session s JOIN membership m ON m.person_id = s.person_id WHERE s.token_hash = $2)`,
};

/**
 * A case of any clinic in which the holder of a session has a role, in one statement; otherwise null. It can be
 * asked for before it is known who that is: whether the session still counts and the role allows it is for the gate.
 */
export async function findCaseWithCard({
  caseId,
  tokenHash,
  now,
}: {
  caseId: string;
  tokenHash: string;
  now: Instant;
}): Promise<CaseWithCard | null> {
  const values = [caseId, tokenHash, readQuarter(now)];
  const { rows } = await pool().query<CaseRow & CaseCard & { isNoted: boolean }>({
    ...CASE_WITH_CARD,
    values,
  });
  if (!rows[0]) return null;
  const { isNoted, patient, surgeonName, hardware, people, ...row } = rows[0];
  const card = { patient, surgeonName, hardware, people };
  return { clinicId: row.clinicId, isNoted, record: toReadCase(row), card };
}
