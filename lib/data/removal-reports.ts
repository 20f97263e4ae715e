import 'server-only';
import type { Day, Instant } from '#lib/domain/units.ts';
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
import { withdrawnOperations } from './withdrawn-operations.ts';

/** What was found when the hardware came out, and the visits planned after it. */
export type RemovalReport = {
  operationId: string;
  startedAt: Instant;
  endedAt: Instant;
  findings: string;
  /** Parts left in on purpose. */
  stayedIn: string | null;
  /** In words, from before a report named the complications themselves. */
  complications: string | null;
  complicationIds: readonly string[];
  visits: readonly { id: string; day: Day; purpose: string }[];
};

type Recording = { caseId: string; bookingId: string | null; recordedBy: string; recordedAt: Instant };

/** Adds the report of a removal with its visits, and names the complications seen at it, which are written before. */
export function insertRemovalReport(
  of: Recording,
  report: Omit<RemovalReport, 'complications'>,
): Statement[] {
  const recording = {
    case_id: of.caseId,
    operation_id: report.operationId,
    recorded_by: of.recordedBy,
    recorded_at: timestamp(of.recordedAt),
  };
  const row = {
    ...recording,
    booking_id: of.bookingId,
    started_at: timestamp(report.startedAt),
    ended_at: timestamp(report.endedAt),
    findings: report.findings,
    stayed_in: report.stayedIn,
  };
  const named = report.complicationIds.map((complicationId) => ({
    case_id: of.caseId,
    operation_id: report.operationId,
    complication_id: complicationId,
  }));
  const visits = report.visits.map(({ id, day, purpose }) => ({ ...recording, id, day: date(day), purpose }));
  return [
    insertInto('removal_report', [row]),
    ...(named.length > 0 ? [insertInto('removal_complication', named)] : []),
    ...(visits.length > 0 ? [insertInto('follow_up_visit', visits)] : []),
  ];
}

/** SQL that says whether an operation has a report, itself or as one of those that it corrects. */
export const isReported = (operationId: string) => `EXISTS (WITH RECURSIVE said AS (
    SELECT f.id, f.corrects_id FROM operation f WHERE f.id = ${operationId}
    UNION ALL
    SELECT f.id, f.corrects_id FROM said JOIN operation f ON f.id = said.corrects_id
  ) SELECT FROM said JOIN removal_report r ON r.operation_id = said.id)`;

/** The latest booking of a case that is done and that no report names; null: none. */
export async function findUnreportedBooking(db: Queryable, caseId: string): Promise<string | null> {
  const { rows } = await db.query<{ id: string }>({
    name: 'find-unreported-booking',
    text: `SELECT b.id FROM booking b JOIN booking_state s ON s.booking_id = b.id AND s.change = 'done'
      WHERE b.case_id = $1 AND NOT EXISTS (SELECT FROM removal_report r WHERE r.booking_id = b.id)
      ORDER BY s.recorded_at DESC LIMIT 1`,
    values: [caseId],
  });
  return rows[0]?.id ?? null;
}

/** The report of the removal that stands; null: none. The caller has gated the case. */
export async function findRemovalReport(caseId: string): Promise<RemovalReport | null> {
  const { rows } = await pool().query<RemovalReport>({
    name: 'find-removal-report',
    text: `SELECT r.operation_id AS "operationId", ${epochMs('r.started_at')}::float8 AS "startedAt",
        ${epochMs('r.ended_at')}::float8 AS "endedAt", r.findings, r.stayed_in AS "stayedIn", r.complications,
        (SELECT coalesce(json_agg(k.complication_id ORDER BY k.complication_id), '[]') FROM removal_complication k
          WHERE k.operation_id = r.operation_id) AS "complicationIds",
        (SELECT coalesce(json_agg(json_build_object('id', v.id, 'day', ${epochDay('v.day')}, 'purpose', v.purpose)
          ORDER BY v.day, v.id), '[]') FROM follow_up_visit v WHERE v.operation_id = r.operation_id) AS visits
      FROM removal_report r WHERE r.case_id = $1 AND r.operation_id NOT IN ${withdrawnOperations('$1')}
      ORDER BY r.recorded_at DESC LIMIT 1`,
    values: [caseId],
  });
  return rows[0] ?? null;
}
