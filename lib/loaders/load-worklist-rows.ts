import 'server-only';
import type { AtClinic } from '#lib/auth/gate.ts';
import { listWorklistCases } from '#lib/data/worklist.ts';
import { type WorklistRow, worklistRow } from '#lib/view/worklist-row.ts';

/** These cases of the clinic as the worklist shows them, for a page that shows them already; closed ones are left out. */
export async function loadWorklistRows(
  { clinic, now }: AtClinic,
  caseIds: readonly string[],
): Promise<readonly WorklistRow[]> {
  const { cases, people } = await listWorklistCases(clinic.id, caseIds);
  return cases.map((row) => worklistRow(row, now, people));
}
