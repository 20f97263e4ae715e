import 'server-only';
import type { Photograph } from '#lib/domain/photograph/photograph.ts';
import type { Day, Instant } from '#lib/domain/units.ts';
import { ONE_LOOK_MS } from './case-reach.ts';
import { newId } from './new-id.ts';
import { pool } from './pool.ts';
import {
  date,
  epochDay,
  epochMs,
  insertInto,
  type Queryable,
  type Statement,
  timestamp,
} from './statement.ts';

/** Where the picture of a photograph is kept. */
export type PhotographStore = 'database' | 's3';

export type PhotographRow = {
  id: string;
  caseId: string;
  deviceId: string | null;
  complicationId: string | null;
  takenDay: Day;
  note: string | null;
  widthPx: number;
  heightPx: number;
  store: PhotographStore;
  /** SHA-256 (hex) of the full picture. */
  digest: string;
  recordedBy: string;
  recordedAt: Instant;
};

/** Adds a photograph to a case; its picture goes to its store. */
export function insertPhotograph(row: PhotographRow): Statement {
  return insertInto('photograph', [
    {
      id: row.id,
      case_id: row.caseId,
      device_id: row.deviceId,
      complication_id: row.complicationId,
      taken_on: date(row.takenDay),
      note: row.note,
      width_px: row.widthPx,
      height_px: row.heightPx,
      store: row.store,
      digest: row.digest,
      recorded_by: row.recordedBy,
      recorded_at: timestamp(row.recordedAt),
    },
  ]);
}

/** Withdraws a photograph. */
export function insertPhotographRetraction(
  of: { photographId: string; caseId: string; recordedBy: string },
  reason: string,
  now: Instant,
): Statement {
  const { photographId, caseId, recordedBy } = of;
  return insertInto('photograph_retraction', [
    {
      photograph_id: photographId,
      case_id: caseId,
      reason,
      recorded_by: recordedBy,
      recorded_at: timestamp(now),
    },
  ]);
}

/** The photographs of a case, withdrawn ones too, in the order in which they were taken. */
export async function listPhotographs(caseId: string, db: Queryable = pool()): Promise<Photograph[]> {
  const { rows } = await db.query<{ photographs: Photograph[] }>({
    name: 'list-photographs',
    text: `SELECT coalesce(json_agg(json_build_object('id', p.id, 'deviceId', p.device_id, 'complicationId', p.complication_id,
        'takenDay', ${epochDay('p.taken_on')}, 'note', p.note, 'widthPx', p.width_px, 'heightPx', p.height_px,
        'recordedBy', recorder.name, 'recordedAt', ${epochMs('p.recorded_at')},
        'retraction', CASE WHEN r.photograph_id IS NOT NULL THEN json_build_object('reason', r.reason,
          'by', retractor.name, 'at', ${epochMs('r.recorded_at')}) END)
        ORDER BY p.taken_on, p.recorded_at, p.id), '[]') AS photographs
      FROM photograph p JOIN person recorder ON recorder.id = p.recorded_by
      LEFT JOIN photograph_retraction r ON r.photograph_id = p.id LEFT JOIN person retractor ON retractor.id = r.recorded_by
      WHERE p.case_id = $1`,
    values: [caseId],
  });
  return rows[0]?.photographs ?? [];
}

/** Where to find the picture of a photograph that stands; null when the case has no such photograph. */
export async function findPhotograph(
  { caseId, photographId }: { caseId: string; photographId: string },
  db: Queryable = pool(),
): Promise<{ store: PhotographStore; digest: string } | null> {
  const { rows } = await db.query<{ store: PhotographStore; digest: string }>({
    name: 'find-photograph',
    text: `SELECT store, digest FROM photograph p WHERE id = $1 AND case_id = $2
      AND NOT EXISTS (SELECT FROM photograph_retraction WHERE photograph_id = p.id)`,
    values: [photographId, caseId],
  });
  return rows[0] ?? null;
}

/** Notes in the trail that a person looked at a photograph in full, about once in a quarter of an hour. */
export async function notePhotographRead(
  of: { clinicId: string; caseId: string; photographId: string; personId: string },
  now: Instant,
): Promise<void> {
  await pool().query({
    name: 'note-photograph-read',
    text: `INSERT INTO audit_event (id, at, event, clinic_id, actor_id, case_id, patient_id, detail)
      SELECT $1::uuid, $2::timestamptz, 'photograph.read', clinic_id, $4::uuid, id, patient_id, json_build_object('id', $5::text)
      FROM distraction_case c WHERE c.id = $3 AND c.clinic_id = $6 AND NOT EXISTS (
        SELECT FROM audit_event WHERE case_id = $3 AND at > $7 AND actor_id = $4 AND event = 'photograph.read'
          AND detail ->> 'id' = $5::text)`,
    values: [
      newId(),
      timestamp(now),
      of.caseId,
      of.personId,
      of.photographId,
      of.clinicId,
      timestamp(now - ONE_LOOK_MS),
    ],
  });
}
