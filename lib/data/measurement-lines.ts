import 'server-only';
import type { MeasurementLine } from '#lib/domain/measurement/measurement.ts';
import { pool } from './pool.ts';
import { epochMs } from './statement.ts';

/** Every measurement that was recorded of a case, corrected and withdrawn ones too. The caller has gated the case. */
export async function listMeasurementLines(caseId: string): Promise<readonly MeasurementLine[]> {
  const { rows } = await pool().query<MeasurementLine>({
    name: 'list-measurement-lines',
    text: `SELECT m.id, m.kind, m.device_id AS "deviceId", ${epochMs('m.taken_at')}::float8 AS "takenAt",
        m.value_um AS "valueUm", m.uncertainty_um AS "uncertaintyUm", m.method, m.note,
        ${epochMs('m.recorded_at')}::float8 AS "recordedAt", m.corrects_id AS "correctsId",
        m.correction_reason AS "correctionReason", m.retracted, person.name AS "recordedBy"
      FROM measurement m JOIN person ON person.id = m.recorded_by
      WHERE m.case_id = $1
      ORDER BY m.recorded_at DESC, m.id`,
    values: [caseId],
  });
  return rows;
}
