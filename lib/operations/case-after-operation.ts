import 'server-only';
import type { CaseHeader } from '#lib/data/case-facts.ts';
import { closeCaseRow, reopenCaseRow } from '#lib/data/cases.ts';
import type { Statement } from '#lib/data/statement.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { isCompleted, isHardwareOut } from '#lib/domain/phase/completion.ts';
import type { Instant } from '#lib/domain/units.ts';

type CaseAfter = { statements: Statement[]; header: CaseHeader; isCompleted: boolean };

/**
 * What an operation, or the correction of one, makes of its case: a removal with its report (`isReported`) completes an
 * open one where nothing keeps it open; a completed one is open again where something turns out to be in place, or the
 * removal was none. `after`: the facts with it.
 */
export function caseAfterOperation(
  after: CaseFacts,
  header: CaseHeader,
  { isReported, now }: { isReported: boolean; now: Instant },
): CaseAfter {
  const { caseId, closedAt } = header;
  if (closedAt === null && isReported && isCompleted(after, now)) {
    const closing = { closedAt: Math.max(now, header.openedAt), closedAs: 'completed' };
    return {
      statements: [closeCaseRow(caseId, { ...closing, reason: null })],
      header: { ...header, ...closing },
      isCompleted: true,
    };
  }
  if (closedAt !== null && !isHardwareOut(after, now))
    return {
      statements: [reopenCaseRow(caseId)],
      header: { ...header, closedAt: null, closedAs: null },
      isCompleted: false,
    };
  return { statements: [], header, isCompleted: false };
}
