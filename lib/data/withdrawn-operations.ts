import 'server-only';

/**
 * SQL for the ids of the operations of a case that were withdrawn, whether at once or after corrections: every row of a
 * chain of corrections that ends in a withdrawal. It begins at the withdrawals, of which a case has few or none.
 */
export const withdrawnOperations = (caseId: string) => `(WITH RECURSIVE withdrawn AS (
    SELECT f.corrects_id AS id FROM operation f WHERE f.case_id = ${caseId} AND f.retracted
      AND NOT EXISTS (SELECT FROM operation g WHERE g.corrects_id = f.id)
    UNION ALL
    SELECT f.corrects_id FROM withdrawn w JOIN operation f ON f.id = w.id
    WHERE f.case_id = ${caseId} AND f.corrects_id IS NOT NULL
  ) SELECT id FROM withdrawn)`;
