import 'server-only';
import type { CheckFact } from '#lib/domain/removal/removal-facts.ts';
import { insertInto, type Statement, timestamp } from './statement.ts';

/** Adds what was found of a pre-operative check. */
export function insertCheck(caseId: string, check: CheckFact): Statement {
  return insertInto('preoperative_check', [
    {
      id: check.id,
      case_id: caseId,
      key: check.key,
      state: check.state,
      note: check.note,
      recorded_by: check.recordedBy,
      recorded_at: timestamp(check.recordedAt),
    },
  ]);
}
