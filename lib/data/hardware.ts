import 'server-only';
import type { Instant } from '#lib/domain/units.ts';
import { pool } from './pool.ts';
import { insertInto, type Statement, timestamp } from './statement.ts';

/** What of a device stays in when it comes out; the latest entry of a device holds. */
export type HardwareEntry = { deviceId: string; staysIn: string | null };

/** Adds what theatre needs to know of a device. */
export function insertHardwareEntry(
  of: { id: string; caseId: string; recordedBy: string; recordedAt: Instant },
  entry: HardwareEntry,
): Statement {
  return insertInto('hardware_entry', [
    {
      id: of.id,
      case_id: of.caseId,
      device_id: entry.deviceId,
      stays_in: entry.staysIn,
      recorded_by: of.recordedBy,
      recorded_at: timestamp(of.recordedAt),
    },
  ]);
}

/** The latest entry of each device of a case. The caller has gated the case. */
export async function listHardware(caseId: string): Promise<HardwareEntry[]> {
  const { rows } = await pool().query<HardwareEntry>({
    name: 'list-hardware',
    text: `SELECT DISTINCT ON (device_id) device_id AS "deviceId", stays_in AS "staysIn"
      FROM hardware_entry WHERE case_id = $1 ORDER BY device_id, recorded_at DESC, id DESC`,
    values: [caseId],
  });
  return rows;
}
