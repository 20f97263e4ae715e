import 'server-only';
import type { CourseEvent, FlagDecision, OperationFact } from '#lib/domain/facts.ts';
import type { Measurement } from '#lib/domain/measurement/measurement.ts';
import type { Instant } from '#lib/domain/units.ts';
import { insertInto, type Statement, timestamp } from './statement.ts';

/** Whose row it is, who wrote it, and which earlier one it corrects. */
export type Recording = { caseId: string; recordedBy: string; correctsId: string | null; retracted: boolean };

const recording = ({ caseId, recordedBy, correctsId, retracted }: Recording) => ({
  case_id: caseId,
  recorded_by: recordedBy,
  corrects_id: correctsId,
  retracted,
});

/** Adds an operation that took place, or the correction of one. */
export function insertOperation(
  of: Recording,
  operation: OperationFact & { note: string | null },
): Statement {
  return insertInto('operation', [
    {
      ...recording(of),
      id: operation.id,
      kind: operation.kind,
      ended_at: timestamp(operation.endedAt),
      note: operation.note,
      recorded_at: timestamp(operation.recordedAt),
    },
  ]);
}

/** Adds a decision that moves the case on, or the correction of one. */
export function insertCourseEvent(of: Recording, event: CourseEvent): Statement {
  return insertInto('course_event', [
    {
      ...recording(of),
      id: event.id,
      kind: event.kind,
      at: timestamp(event.at),
      reason_code: event.reasonCode,
      reason: event.reason,
      recorded_at: timestamp(event.recordedAt),
    },
  ]);
}

/** Notes when the family was told of a decision about the course, and by whom. */
export function insertCourseNotice(notice: {
  eventId: string;
  toldAt: Instant;
  toldById: string;
  recordedBy: string;
  recordedAt: Instant;
}): Statement {
  return insertInto('course_notice', [
    {
      event_id: notice.eventId,
      told_at: timestamp(notice.toldAt),
      told_by: notice.toldById,
      recorded_by: notice.recordedBy,
      recorded_at: timestamp(notice.recordedAt),
    },
  ]);
}

/** Adds a measurement, or the correction of one. */
export function insertMeasurement(
  of: Recording,
  measurement: Measurement,
  correctionReason: string | null,
): Statement {
  return insertInto('measurement', [
    {
      ...recording(of),
      id: measurement.id,
      device_id: measurement.deviceId,
      kind: measurement.kind,
      taken_at: timestamp(measurement.takenAt),
      value_um: measurement.valueUm,
      uncertainty_um: measurement.uncertaintyUm,
      method: measurement.method,
      note: measurement.note,
      correction_reason: correctionReason,
      recorded_at: timestamp(measurement.recordedAt),
    },
  ]);
}

/** Adds what a person decided about a flag. */
export function insertFlagDecision(caseId: string, decision: FlagDecision): Statement {
  return insertInto('flag_decision', [
    {
      id: decision.id,
      case_id: caseId,
      flag_key: decision.flagKey,
      kind: decision.kind,
      level: decision.level,
      extent: decision.extent,
      until: timestamp(decision.until),
      action: decision.action,
      assignee_id: decision.assigneeId,
      note: decision.note,
      by_id: decision.byId,
      recorded_at: timestamp(decision.recordedAt),
    },
  ]);
}
