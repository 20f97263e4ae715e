import 'server-only';
import type { AtClinic } from '#lib/auth/gate.ts';
import { listWorklistCases } from '#lib/data/worklist.ts';
import { countWorklist } from '#lib/data/worklist-counts.ts';
import type { WorklistCounts } from '#lib/view/worklist-filters.ts';
import { type WorklistRow, worklistRow } from '#lib/view/worklist-row.ts';

/** Lines of the worklist as they are now, and how many cases there are of each kind. */
export type WorklistNow = { rows: readonly WorklistRow[]; counts: WorklistCounts };

/** These cases of the clinic as the worklist shows them, for a page that shows them already; closed ones are left out. */
export async function loadWorklistRows(
  { actor, clinic, now }: AtClinic,
  caseIds: readonly string[],
): Promise<WorklistNow> {
  const [{ cases, people }, counts] = await Promise.all([
    caseIds.length === 0 ? { cases: [], people: {} } : listWorklistCases(clinic.id, caseIds),
    countWorklist(clinic.id, actor.personId),
  ]);
  return { rows: cases.map((row) => worklistRow(row, now, people)), counts };
}
