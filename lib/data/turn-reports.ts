import 'server-only';
import type { TurnReport } from '#lib/domain/turn/report.ts';
import { date, insertInto, type Statement, timestamp } from './statement.ts';

/** Adds reports to a case. `reasons`: why each that is a correction was made, by its id. */
export function insertReports(
  caseId: string,
  recordedBy: string,
  reports: readonly TurnReport[],
  reasons: ReadonlyMap<string, string | null>,
): Statement {
  return insertInto(
    'turn_report',
    reports.map((report) => ({
      id: report.id,
      case_id: caseId,
      device_id: report.deviceId,
      day: date(report.day),
      slot: report.slot,
      actuations_centi: report.actuationsCenti,
      outcome: report.outcome,
      done_at: timestamp(report.doneAt),
      recorded_at: timestamp(report.recordedAt),
      recorded_by: recordedBy,
      source: report.source,
      turned_by: report.turnedBy,
      checked_by: report.checkedBy,
      resistance: report.resistance,
      pain: report.pain,
      site_look: report.siteLook,
      note: report.note,
      signs: report.signs.length === 0 ? null : report.signs,
      corrects_id: report.correctsId,
      correction_reason: reasons.get(report.id) ?? null,
      retracted: report.retracted,
    })),
  );
}
