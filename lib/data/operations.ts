import 'server-only';
import type { OperationKind } from '#lib/domain/facts.ts';
import type { Instant } from '#lib/domain/units.ts';
import { isReported } from './removal-reports.ts';
import { epochMs, type Queryable } from './statement.ts';

/** An operation that stands, with what it took out and who recorded it. */
export type OperationRecord = {
  id: string;
  kind: OperationKind;
  endedAt: Instant;
  note: string | null;
  recordedBy: string;
  removedDeviceIds: readonly string[];
  /** Whether it has the report of a removal. */
  isReported: boolean;
};

/** The operations of a case, the first one first. The caller has gated the case. */
export async function listOperations(db: Queryable, caseId: string): Promise<OperationRecord[]> {
  const { rows } = await db.query<OperationRecord>({
    name: 'list-operations',
    text: `SELECT o.id, o.kind, ${epochMs('o.ended_at')}::float8 AS "endedAt", o.note, person.name AS "recordedBy",
        ARRAY(SELECT d.id FROM device d WHERE d.removal_operation_id = o.id) AS "removedDeviceIds",
        ${isReported('o.id')} AS "isReported"
      FROM operation o JOIN person ON person.id = o.recorded_by
      WHERE o.case_id = $1 AND NOT o.retracted AND NOT EXISTS (SELECT FROM operation c WHERE c.corrects_id = o.id)
      ORDER BY o.ended_at, o.id`,
    values: [caseId],
  });
  return rows;
}
