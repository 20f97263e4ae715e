import 'server-only';
import type { Recall } from '#lib/domain/device/recall.ts';
import type { Day, Instant } from '#lib/domain/units.ts';
import {
  date,
  epochDay,
  epochMs,
  insertInto,
  type Queryable,
  type Statement,
  timestamp,
} from './statement.ts';

/** What a recall or a search names; null: not asked about. */
export type Covered = Pick<Recall, 'modelId' | 'lot' | 'serial'>;

/** A device that a recall or a search fits or may fit, with the case that it was placed in. */
export type FoundImplant = {
  caseId: string;
  mrn: string;
  familyName: string;
  givenName: string;
  closedAt: Instant | null;
  deviceId: string;
  label: string;
  model: string | null;
  lot: string | null;
  serial: string | null;
  expiresDay: Day | null;
  placedAt: Instant;
  removedAt: Instant | null;
  zone: string;
  /** False: nothing speaks against it, and something that is asked about is not on record. */
  isCertain: boolean;
};

const MOST_LISTED = 500;

// As `recallFits` of the domain says it: 'yes', and what is not 'no'.
const isNamed = 'coalesce($2::text, $3, $4) IS NOT NULL';
const fits = `($2::uuid IS NULL OR d.model_id = $2) AND ($3::text IS NULL OR lower(d.lot) = lower($3))
  AND ($4::text IS NULL OR lower(d.serial) = lower($4)) AND ${isNamed}`;
const mayFit = `($2::uuid IS NULL OR coalesce(d.model_id, $2) = $2)
  AND ($3::text IS NULL OR lower(coalesce(d.lot, $3)) = lower($3))
  AND ($4::text IS NULL OR lower(coalesce(d.serial, $4)) = lower($4)) AND ${isNamed}`;

/** How many devices fit, or may fit, and how many of those are in place in open cases. */
type Counts = { total: number; inPlace: number };

/** What a search found: of the devices that fit and of those that may, as many as are listed, and how many there are. */
export type FoundImplants = { implants: FoundImplant[]; certain: Counts; unclear: Counts };

const NONE: Counts = { total: 0, inPlace: 0 };

/**
 * The devices of a clinic that a recall or a search names, then those of which it is not known; of each at most `most`, those
 * in open cases first.
 */
export async function findImplants(
  db: Queryable,
  clinicId: string,
  { modelId, lot, serial }: Covered,
  most = MOST_LISTED,
): Promise<FoundImplants> {
  const { rows } = await db.query<FoundImplant & Counts>({
    name: 'find-implants',
    text: `WITH found AS (
        SELECT d.id, coalesce(${fits}, false) AS "isCertain", c.closed_at IS NULL AND d.removed_at IS NULL AS "isInPlace",
          row_number() OVER (PARTITION BY coalesce(${fits}, false)
            ORDER BY c.closed_at IS NOT NULL, d.removed_at IS NOT NULL, d.placed_at DESC, d.id) AS place
        FROM device d JOIN distraction_case c ON c.id = d.case_id
        WHERE c.clinic_id = $1 AND ${mayFit}),
      counts AS (SELECT "isCertain", count(*)::int AS total, (count(*) FILTER (WHERE "isInPlace"))::int AS "inPlace"
        FROM found GROUP BY "isCertain")
      SELECT c.id AS "caseId", p.mrn, p.family_name AS "familyName", p.given_name AS "givenName", c.zone,
        ${epochMs('c.closed_at')}::float8 AS "closedAt", d.id AS "deviceId", d.label, m.maker || ' ' || m.name AS model,
        d.lot, d.serial, ${epochDay('d.expires_on')} AS "expiresDay", ${epochMs('d.placed_at')}::float8 AS "placedAt",
        ${epochMs('d.removed_at')}::float8 AS "removedAt", found."isCertain", counts.total, counts."inPlace"
      FROM found JOIN counts USING ("isCertain") JOIN device d ON d.id = found.id
        JOIN distraction_case c ON c.id = d.case_id JOIN patient p ON p.id = c.patient_id
        LEFT JOIN device_model m ON m.id = d.model_id
      WHERE found.place <= $5 ORDER BY "isCertain" DESC, found.place`,
    values: [clinicId, modelId, lot, serial, most],
  });
  const countsOf = (isCertain: boolean): Counts => {
    const row = rows.find((implant) => implant.isCertain === isCertain);
    return row ? { total: row.total, inPlace: row.inPlace } : NONE;
  };
  const implants = rows.map(({ total: _total, inPlace: _inPlace, ...implant }) => implant);
  return { implants, certain: countsOf(true), unclear: countsOf(false) };
}

/**
 * Locks the open cases of a clinic that have such a device, or one of which it is not known, until the end of the
 * transaction. Those are to be judged anew; `certain` is how many have such a device for certain.
 */
export async function lockAffectedCases(
  db: Queryable,
  clinicId: string,
  { modelId, lot, serial }: Covered,
): Promise<{ caseIds: string[]; certain: number }> {
  const { rows } = await db.query<{ id: string; isCertain: boolean }>({
    name: 'lock-affected-cases',
    text: `SELECT c.id, EXISTS (SELECT FROM device d WHERE d.case_id = c.id AND ${fits}) AS "isCertain"
      FROM distraction_case c WHERE c.clinic_id = $1 AND c.closed_at IS NULL
        AND EXISTS (SELECT FROM device d WHERE d.case_id = c.id AND ${mayFit})
      ORDER BY c.id FOR NO KEY UPDATE`,
    values: [clinicId, modelId, lot, serial],
  });
  return { caseIds: rows.map(({ id }) => id), certain: rows.filter(({ isCertain }) => isCertain).length };
}

/** Makes the judgement of cases due: whoever reads next judges them anew. */
export function makeDue(caseIds: readonly string[], now: Instant): Statement {
  return {
    name: 'make-due',
    text: 'UPDATE case_standing SET reassess_at = least(reassess_at, $2) WHERE case_id = ANY($1::uuid[])',
    values: [caseIds, timestamp(now)],
  };
}

/**
 * Recalls of a clinic and the labels of its devices change one after the other: who places a device waits for a
 * recall that is being recorded, and the other way round.
 */
export function lockRecalls(clinicId: string, mode: 'share' | 'exclusive'): Statement {
  const lock = mode === 'share' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock';
  return {
    name: `lock-recalls-${mode}`,
    text: `SELECT ${lock}(hashtextextended('recalls ' || $1, 0))`,
    values: [clinicId],
  };
}

/** Adds a recall. */
export function insertRecall(clinicId: string, recordedBy: string, recall: Recall): Statement {
  return insertInto('recall', [
    {
      id: recall.id,
      clinic_id: clinicId,
      model_id: recall.modelId,
      lot: recall.lot,
      serial: recall.serial,
      level: recall.level,
      reason: recall.reason,
      reference: recall.reference,
      issued_on: date(recall.issuedDay),
      recorded_by: recordedBy,
      recorded_at: timestamp(recall.recordedAt),
    },
  ]);
}

/** Says of a recall that it no longer stands. */
export function insertRecallWithdrawal(
  recallId: string,
  { reason, recordedBy, recordedAt }: { reason: string; recordedBy: string; recordedAt: Instant },
): Statement {
  return insertInto('recall_withdrawal', [
    { recall_id: recallId, reason, recorded_by: recordedBy, recorded_at: timestamp(recordedAt) },
  ]);
}

/** A recall as the clinic keeps it, with how many devices it covers. */
export type RecallRow = Recall & {
  model: string | null;
  by: string;
  withdrawn: { reason: string; by: string; recordedAt: Instant } | null;
  /** Cases with such a device, and open ones without in which a device may be one. */
  openCases: number;
  closedCases: number;
  openUnclear: number;
};

/** The recalls of a clinic, the latest first. */
export async function listRecalls(db: Queryable, clinicId: string): Promise<RecallRow[]> {
  const fitsRecall = `(r.model_id IS NULL OR d.model_id = r.model_id) AND (r.lot IS NULL OR d.lot = lower(r.lot))
    AND (r.serial IS NULL OR d.serial = lower(r.serial))`;
  const cases = (which: string) => `(count(*) FILTER (WHERE ${which}))::int`;
  // The labels of the clinic are read once, not once for each recall.
  const { rows } = await db.query<RecallRow>({
    name: 'list-recalls',
    text: `WITH labels AS MATERIALIZED (
        SELECT d.case_id, d.model_id, lower(d.lot) AS lot, lower(d.serial) AS serial, c.closed_at IS NULL AS "isOpen"
        FROM device d JOIN distraction_case c ON c.id = d.case_id WHERE c.clinic_id = $1)
      SELECT r.id, r.model_id AS "modelId", r.lot, r.serial, r.level, r.reason, r.reference,
        ${epochDay('r.issued_on')} AS "issuedDay", ${epochMs('r.recorded_at')}::float8 AS "recordedAt",
        m.maker || ' ' || m.name AS model, p.name AS by, covered.*,
        CASE WHEN w.recall_id IS NOT NULL THEN json_build_object('reason', w.reason, 'by', q.name,
          'recordedAt', ${epochMs('w.recorded_at')}) END AS withdrawn
      FROM recall r JOIN person p ON p.id = r.recorded_by LEFT JOIN device_model m ON m.id = r.model_id
        LEFT JOIN recall_withdrawal w ON w.recall_id = r.id LEFT JOIN person q ON q.id = w.recorded_by
        CROSS JOIN LATERAL (SELECT ${cases('"isOpen" AND "isCertain"')} AS "openCases",
            ${cases('NOT "isOpen" AND "isCertain"')} AS "closedCases", ${cases('"isOpen" AND NOT "isCertain"')} AS "openUnclear"
          FROM (SELECT "isOpen", bool_or(coalesce(${fitsRecall}, false)) AS "isCertain" FROM labels d
            WHERE CASE WHEN "isOpen" THEN (${fitsRecall}) IS NOT FALSE ELSE ${fitsRecall} END
            GROUP BY case_id, "isOpen") AS one) AS covered
      WHERE r.clinic_id = $1 ORDER BY w.recall_id IS NOT NULL, r.recorded_at DESC, r.id`,
    values: [clinicId],
  });
  return rows;
}
