import 'server-only';
import type { Statement } from './statement.ts';

/**
 * Makes writers of one case wait for one another until the end of the transaction. Readers, and rows that only
 * refer to the case, do not wait.
 */
export function lockCase({ clinicId, caseId }: { clinicId: string; caseId: string }): Statement {
  return {
    name: 'lock-case',
    text: 'SELECT FROM distraction_case WHERE id = $1 AND clinic_id = $2 FOR NO KEY UPDATE',
    values: [caseId, clinicId],
  };
}
