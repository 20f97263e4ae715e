import 'server-only';
import type { Complication, ComplicationStep } from '#lib/domain/complication/complication.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { Recording } from './courses.ts';
import {
  date,
  epochDay,
  epochMs,
  insertInto,
  type Queryable,
  type Statement,
  timestamp,
} from './statement.ts';

/** The row's own id, and why it takes the place of another. */
type Written = { rowId: string; correctionReason: string | null; writtenAt: Instant };

/** Adds a complication, or the correction of one, without its steps. */
export function insertComplication(
  { caseId, recordedBy, correctsId, retracted }: Recording,
  { rowId, correctionReason, writtenAt }: Written,
  complication: Complication,
): Statement {
  return insertInto('complication', [
    {
      id: rowId,
      case_id: caseId,
      complication_id: complication.id,
      kind: complication.kind,
      failure: complication.failure,
      device_id: complication.deviceId,
      onset_on: date(complication.onsetDay),
      detected_by: complication.detectedBy,
      signs: complication.signs,
      note: complication.note,
      corrects_id: correctsId,
      correction_reason: correctionReason,
      retracted,
      recorded_by: recordedBy,
      recorded_at: timestamp(writtenAt),
    },
  ]);
}

/** Adds what became of a complication, or the correction of such a step. */
export function insertComplicationSteps(
  { caseId, recordedBy, correctsId, retracted }: Recording,
  complicationId: string,
  steps: readonly ComplicationStep[],
): Statement {
  return insertInto(
    'complication_step',
    steps.map((step) => ({
      id: step.id,
      case_id: caseId,
      complication_id: complicationId,
      kind: step.kind,
      on_day: date(step.onDay),
      clavien_dindo: step.kind === 'graded' ? step.clavienDindo : null,
      severity: step.kind === 'graded' ? step.severity : null,
      course: step.kind === 'decided' ? step.course : null,
      version: step.kind === 'decided' ? step.version : null,
      note: step.note,
      corrects_id: correctsId,
      retracted,
      recorded_by: recordedBy,
      recorded_at: timestamp(step.recordedAt),
    })),
  );
}

/** The complication whose standing row this is; null when there is none, or another took its place. */
export async function findComplicationOfRow(
  db: Queryable,
  caseId: string,
  rowId: string,
): Promise<string | null> {
  const { rows } = await db.query<{ complicationId: string }>({
    name: 'find-complication-of-row',
    text: `SELECT f.complication_id AS "complicationId" FROM complication f WHERE f.case_id = $1 AND f.id = $2
      AND NOT f.retracted AND NOT EXISTS (SELECT FROM complication g WHERE g.corrects_id = f.id)`,
    values: [caseId, rowId],
  });
  return rows[0]?.complicationId ?? null;
}

/** A row of a complication as it was written, whether or not it still stands. */
export type ComplicationRow = Omit<Complication, 'id' | 'steps'> & {
  rowId: string;
  complicationId: string;
  correctsId: string | null;
  correctionReason: string | null;
  retracted: boolean;
  by: string;
};

/** A step as it was written. */
export type ComplicationStepRow = ComplicationStep & {
  complicationId: string;
  correctsId: string | null;
  retracted: boolean;
  by: string;
};

/** Everything that was ever written about the complications of a case, with the names of who wrote it, in order. */
export async function listComplicationRows(
  db: Queryable,
  caseId: string,
): Promise<{ rows: ComplicationRow[]; steps: ComplicationStepRow[] }> {
  const [rows, steps] = await Promise.all([
    db.query<ComplicationRow>({
      name: 'list-complication-rows',
      text: `SELECT f.id AS "rowId", f.complication_id AS "complicationId", f.kind, f.failure, f.device_id AS "deviceId",
          ${epochDay('f.onset_on')} AS "onsetDay", f.detected_by AS "detectedBy", f.signs, f.note,
          f.corrects_id AS "correctsId", f.correction_reason AS "correctionReason", f.retracted, p.name AS by,
          ${epochMs('f.recorded_at')}::float8 AS "recordedAt"
        FROM complication f JOIN person p ON p.id = f.recorded_by WHERE f.case_id = $1 ORDER BY f.recorded_at, f.id`,
      values: [caseId],
    }),
    db.query<ComplicationStepRow>({
      name: 'list-complication-steps',
      text: `SELECT s.id, s.complication_id AS "complicationId", s.kind, ${epochDay('s.on_day')} AS "onDay",
          s.clavien_dindo AS "clavienDindo", s.severity, s.course, s.version, s.note, s.corrects_id AS "correctsId",
          s.retracted, p.name AS by, ${epochMs('s.recorded_at')}::float8 AS "recordedAt"
        FROM complication f JOIN complication_step s ON s.complication_id = f.id JOIN person p ON p.id = s.recorded_by
        WHERE f.case_id = $1 ORDER BY s.recorded_at, s.id`,
      values: [caseId],
    }),
  ]);
  return { rows: rows.rows, steps: steps.rows };
}
