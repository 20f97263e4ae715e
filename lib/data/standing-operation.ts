import 'server-only';

/** SQL for the id of what stands of an operation: itself, or its latest correction; no row where it was withdrawn. */
export const standingOperation = (operationId: string) => `(WITH RECURSIVE later AS (
    SELECT f.id, f.retracted FROM operation f WHERE f.id = ${operationId}
    UNION ALL
    SELECT g.id, g.retracted FROM later JOIN operation g ON g.corrects_id = later.id
  ) SELECT later.id FROM later
    WHERE NOT later.retracted AND NOT EXISTS (SELECT FROM operation g WHERE g.corrects_id = later.id))`;
