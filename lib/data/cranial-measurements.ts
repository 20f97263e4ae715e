import 'server-only';
import type { CranialMeasurement } from '#lib/domain/measurement/cranial-measurement.ts';
import type { Recording } from './courses.ts';
import { epochMs, insertInto, type Queryable, type Statement, timestamp } from './statement.ts';

/** A measurement of the head as it was written, whether or not it still stands. */
export type CranialRow = CranialMeasurement & {
  correctsId: string | null;
  correctionReason: string | null;
  retracted: boolean;
  by: string;
};

/** All that was written of the head of a case, the latest reading first. The caller has gated the case. */
export async function listCranialRows(db: Queryable, caseId: string): Promise<CranialRow[]> {
  const { rows } = await db.query<CranialRow>({
    name: 'list-cranial-rows',
    text: `SELECT f.id, f.kind, ${epochMs('f.taken_at')}::float8 AS "takenAt", f.value, f.uncertainty, f.finding, f.method,
        f.note, f.corrects_id AS "correctsId", f.correction_reason AS "correctionReason", f.retracted, p.name AS by,
        ${epochMs('f.recorded_at')}::float8 AS "recordedAt"
      FROM cranial_measurement f JOIN person p ON p.id = f.recorded_by
      WHERE f.case_id = $1 ORDER BY f.taken_at DESC, f.recorded_at DESC, f.id`,
    values: [caseId],
  });
  return rows;
}

/** Adds a measurement of the head, or the correction of one. */
export function insertCranialMeasurement(
  { caseId, recordedBy, correctsId, retracted }: Recording,
  correctionReason: string | null,
  measurement: CranialMeasurement,
): Statement {
  return insertInto('cranial_measurement', [
    {
      id: measurement.id,
      case_id: caseId,
      kind: measurement.kind,
      taken_at: timestamp(measurement.takenAt),
      value: measurement.value,
      uncertainty: measurement.uncertainty,
      finding: measurement.finding,
      method: measurement.method,
      note: measurement.note,
      corrects_id: correctsId,
      correction_reason: correctionReason,
      retracted,
      recorded_by: recordedBy,
      recorded_at: timestamp(measurement.recordedAt),
    },
  ]);
}
