import 'server-only';
import type { Site } from '#lib/domain/facts.ts';
import type { Instant } from '#lib/domain/units.ts';
import { insertInto, type Queryable, type Statement, timestamp } from './statement.ts';

/** What may change of a case itself. */
export type CaseFields = { surgeonId: string; site: Site; zone: string };

/** Adds a case to a clinic. */
export function insertCase(
  of: { caseId: string; clinicId: string; patientId: string },
  fields: CaseFields,
  now: Instant,
): Statement {
  return insertInto('distraction_case', [
    {
      id: of.caseId,
      clinic_id: of.clinicId,
      patient_id: of.patientId,
      surgeon_id: fields.surgeonId,
      zone: fields.zone,
      site: fields.site,
      opened_at: timestamp(now),
      version: 1,
    },
  ]);
}

/** Writes a changed header over the one on record, whose version is one less. */
export function updateCaseRow(
  caseId: string,
  { surgeonId, site, zone }: CaseFields,
  version: number,
): Statement {
  return {
    name: 'update-case',
    text: 'UPDATE distraction_case SET surgeon_id = $2, site = $3, zone = $4, version = $5 WHERE id = $1',
    values: [caseId, surgeonId, site, zone, version],
  };
}

/** Ends a case. */
export function closeCaseRow(
  caseId: string,
  { closedAt, closedAs, reason }: { closedAt: Instant; closedAs: string; reason: string | null },
): Statement {
  return {
    name: 'close-case',
    text: `UPDATE distraction_case SET closed_at = $2, closed_as = $3, close_reason = $4, version = version + 1
      WHERE id = $1`,
    values: [caseId, timestamp(closedAt), closedAs, reason],
  };
}

/** Opens a case again that a removal had completed, which turned out otherwise. */
export function reopenCaseRow(caseId: string): Statement {
  return {
    name: 'reopen-case',
    text: `UPDATE distraction_case SET closed_at = NULL, closed_as = NULL, close_reason = NULL, version = version + 1
      WHERE id = $1`,
    values: [caseId],
  };
}

/** The ids of the open cases of a patient of a clinic, the latest first. */
export async function listOpenCases(
  db: Queryable,
  { clinicId, patientId }: { clinicId: string; patientId: string },
): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>({
    name: 'list-open-cases',
    text: `SELECT id FROM distraction_case WHERE clinic_id = $1 AND patient_id = $2 AND closed_at IS NULL
      ORDER BY opened_at DESC, id`,
    values: [clinicId, patientId],
  });
  return rows.map(({ id }) => id);
}

/** The id of the latest case of a patient of a clinic, open or closed. */
export async function findLatestCase(
  db: Queryable,
  { clinicId, patientId }: { clinicId: string; patientId: string },
): Promise<string | null> {
  const { rows } = await db.query<{ id: string }>({
    name: 'find-latest-case',
    text: `SELECT id FROM distraction_case WHERE clinic_id = $1 AND patient_id = $2
      ORDER BY opened_at DESC, id LIMIT 1`,
    values: [clinicId, patientId],
  });
  return rows[0]?.id ?? null;
}
