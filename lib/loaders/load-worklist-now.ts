import 'server-only';
import { now } from '#lib/clock.ts';
import { listWorklistCases } from '#lib/data/worklist.ts';
import { countsFor, groupWorklist } from '#lib/data/worklist-counts.ts';
import type { WorklistCounts } from '#lib/view/worklist-filters.ts';
import { type WorklistRow, worklistRow } from '#lib/view/worklist-row.ts';

/** Lines of the worklist as they are now, closed cases left out, and how many cases there are of each kind. */
export type WorklistNow = { rows: readonly WorklistRow[]; counts: WorklistCounts };

/** Whose worklist: the cases of which it shows lines; null: it shows no worklist. */
type Shown = { personId: string; lines: ReadonlySet<string> | null };

/**
 * What changes on the open worklists of a clinic when these cases do, read once for all of them. Returns what a
 * worklist is given; nothing for what is none, or where nothing changed. Who looks must have been let in before.
 */
export async function loadWorklistNow(
  clinicId: string,
  changed: readonly { watcher: Shown; caseIds: readonly string[] | 'many' }[],
): Promise<(shown: Shown) => { worklist?: WorklistNow }> {
  const worklists = changed.filter(({ watcher, caseIds }) => watcher.lines !== null && caseIds.length > 0);
  if (worklists.length === 0) return () => ({});
  const wanted = new Set<string>();
  for (const { watcher, caseIds } of worklists) {
    for (const id of watcher.lines ?? []) if (caseIds === 'many' || caseIds.includes(id)) wanted.add(id);
  }
  const [{ cases, people, zone }, groups] = await Promise.all([
    wanted.size === 0 ? { cases: [], people: {}, zone: 'UTC' } : listWorklistCases(clinicId, [...wanted]),
    groupWorklist(clinicId),
  ]);
  const at = now();
  const rows = cases.map((row) => worklistRow(row, at, people, zone));
  const told = new Set(worklists.map(({ watcher }) => watcher));
  return (shown) => {
    const { lines, personId } = shown;
    if (lines === null || !told.has(shown)) return {};
    return {
      worklist: {
        rows: rows.filter(({ caseId }) => lines.has(caseId)),
        counts: countsFor(groups, personId),
      },
    };
  };
}
