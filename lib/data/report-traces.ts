import 'server-only';
import { pool } from './pool.ts';

const TRACES = {
  name: 'report-traces',
  text: `SELECT r.id, p.name AS "recordedBy", r.correction_reason AS "correctionReason"
    FROM turn_report r LEFT JOIN person p ON p.id = r.recorded_by
    WHERE r.case_id = $1 AND r.device_id = $2`,
};

/** Who took in each report of a device, and why it corrects another; by the id of the report. */
export async function listReportTraces(
  caseId: string,
  deviceId: string,
): Promise<ReadonlyMap<string, { id: string; recordedBy: string | null; correctionReason: string | null }>> {
  const { rows } = await pool().query<{
    id: string;
    recordedBy: string | null;
    correctionReason: string | null;
  }>({ ...TRACES, values: [caseId, deviceId] });
  return new Map(rows.map((row) => [row.id, row]));
}
