import 'server-only';
import type { Instant } from '#lib/domain/units.ts';
import { pool } from './pool.ts';
import { matchesWords, searchBeginnings } from './search-text.ts';
import { epochMs } from './statement.ts';

/** A case that has ended, as a search finds it. */
export type ClosedCase = {
  caseId: string;
  familyName: string;
  givenName: string;
  mrn: string;
  closedAt: Instant;
  zone: string;
};

/** The closed cases of a clinic that match the words typed, latest first, at most `most`; none without words. */
export async function searchClosedCases(
  clinicId: string,
  words: string,
  most: number,
): Promise<ClosedCase[]> {
  const beginnings = searchBeginnings(words);
  if (beginnings.length === 0) return [];
  const { rows } = await pool().query<Omit<ClosedCase, 'closedAt'> & { closedAt: string }>({
    name: 'search-closed-cases',
    text: `SELECT ended.id AS "caseId", p.family_name AS "familyName", p.given_name AS "givenName", p.mrn,
        ${epochMs('ended.closed_at')} AS "closedAt", ended.zone
      FROM (
        SELECT ended.id, ended.patient_id, ended.closed_at, ended.zone FROM distraction_case ended
        WHERE ended.clinic_id = $1 AND ended.closed_at IS NOT NULL AND ${matchesWords('ended.id', '$1', '$2')}
        ORDER BY ended.closed_at DESC, ended.id LIMIT $3) ended
      JOIN patient p ON p.id = ended.patient_id
      ORDER BY ended.closed_at DESC, ended.id`,
    values: [clinicId, beginnings, most],
  });
  return rows.map((row) => ({ ...row, closedAt: Number(row.closedAt) }));
}
