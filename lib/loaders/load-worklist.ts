import 'server-only';
import { redirect } from 'next/navigation';
import { mayAttempt, requireClinic, requirePerson } from '#lib/auth/gate.ts';
import { searchClosedCases } from '#lib/data/closed-cases.ts';
import { noteListRead } from '#lib/data/list-reads.ts';
import { listWorklist } from '#lib/data/worklist.ts';
import { countWorklist } from '#lib/data/worklist-counts.ts';
import type { Instant } from '#lib/domain/units.ts';
import { reassessDueStandings } from '#lib/operations/reassess-due-standings.ts';
import { type ClosedRow, closedRow } from '#lib/view/closed-row.ts';
import type { WorklistCounts } from '#lib/view/worklist-filters.ts';
import {
  WORKLIST_PAGE_SIZE,
  type WorklistQuery,
  worklistHref,
  worklistQuery,
} from '#lib/view/worklist-query.ts';
import { type WorklistRow, worklistRow } from '#lib/view/worklist-row.ts';

export type WorklistView = {
  query: WorklistQuery;
  counts: WorklistCounts;
  rows: readonly WorklistRow[];
  /** The place of the list in the order of changes. */
  seen: string;
  madeAt: Instant;
  mayDecide: boolean;
  /** How many cases match, and how many are open in all. */
  total: number;
  open: number;
  first: number;
  previousHref: string | undefined;
  nextHref: string | undefined;
  /** Cases that have ended and match the words of the search. */
  closed: readonly ClosedRow[];
  mayOpenCase: boolean;
};

const MOST_CLOSED = 20;

/** The open cases of the clinic, worst first, judged as of now. Who reads no cases is led to what is theirs. */
export async function loadWorklist(
  address: Record<string, string | string[] | undefined>,
): Promise<WorklistView> {
  const person = await requirePerson();
  if (!mayAttempt(person, 'case.read') && mayAttempt(person, 'people.manage')) redirect('/admin/people');
  const { actor, clinic, now } = await requireClinic('case.read');
  const query = worklistQuery(address);
  const { mine, page, ...filter } = query;
  const personId = mine ? actor.personId : null;
  const read = () =>
    Promise.all([
      listWorklist({ ...filter, clinicId: clinic.id, personId, page, pageSize: WORKLIST_PAGE_SIZE }),
      countWorklist(clinic.id, actor.personId),
      searchClosedCases(clinic.id, query.words, MOST_CLOSED),
    ]);
  // Seldom is a case due: then what was read beside the question is read once more.
  const [judged, found] = await Promise.all([reassessDueStandings({ clinicId: clinic.id, now }), read()]);
  const [{ cases, matching, people, seen }, counts, closed] = judged === 0 ? found : await read();
  const shown = [...cases, ...closed].map(({ caseId }) => caseId);
  await noteListRead({ list: 'worklist', clinicId: clinic.id, personId: actor.personId }, shown, now);
  const total = matching ?? counts.all;
  const before = (page - 1) * WORKLIST_PAGE_SIZE;
  return {
    query,
    counts,
    rows: cases.map((row) => worklistRow(row, now, people, clinic.zone)),
    seen,
    madeAt: now,
    mayDecide: mayAttempt(person, 'flag.decide'),
    total,
    open: counts.all,
    first: before + 1,
    previousHref: page > 1 ? worklistHref(query, { page: page - 1 }) : undefined,
    nextHref: before + cases.length < total ? worklistHref(query, { page: page + 1 }) : undefined,
    closed: closed.map(closedRow),
    mayOpenCase: mayAttempt(person, 'case.open'),
  };
}
