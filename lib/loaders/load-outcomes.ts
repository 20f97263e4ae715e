import 'server-only';
import { type AtClinic, requireClinic } from '#lib/auth/gate.ts';
import { noteListRead } from '#lib/data/list-reads.ts';
import { listOutcomeChoices } from '#lib/data/outcome-choices.ts';
import {
  countComplications,
  findOutcomeFigures,
  listOutcomeCases,
  type OutcomeScope,
} from '#lib/data/outcomes.ts';
import { dayOf } from '#lib/domain/case-day.ts';
import { complicationShares } from '#lib/view/complication-shares.ts';
import { formatInstant } from '#lib/view/format-date.ts';
import { outcomeFigures } from '#lib/view/outcome-figures.ts';
import { outcomeFilters } from '#lib/view/outcome-filters.ts';
import {
  OUTCOME_PAGE_SIZE,
  type OutcomeQuery,
  outcomeQuery,
  outcomeSearch,
} from '#lib/view/outcome-query.ts';
import { outcomeRow } from '#lib/view/outcome-rows.ts';
import { removalCurve } from '#lib/view/removal-curve.ts';

/** The cases that an address counts, of the clinic behind the gate. */
export function outcomeScope({ clinic, now }: AtClinic, { page: _, ...filter }: OutcomeQuery): OutcomeScope {
  return { ...filter, clinicId: clinic.id, today: dayOf(clinic.zone, now) };
}

/** The outcomes of the unit, of the cases that the address counts. */
export async function loadOutcomes(address: Record<string, string | string[] | undefined>) {
  const at = await requireClinic('outcome.read');
  const query = outcomeQuery(address);
  const scope = outcomeScope(at, query);
  const before = (query.page - 1) * OUTCOME_PAGE_SIZE;
  const [figures, complications, cases, choices] = await Promise.all([
    findOutcomeFigures(scope),
    countComplications(scope),
    listOutcomeCases(scope, { skip: before, most: OUTCOME_PAGE_SIZE }),
    listOutcomeChoices(at.clinic.id),
  ]);
  const shown = cases.map(({ caseId }) => caseId);
  await noteListRead({ list: 'outcomes', clinicId: at.clinic.id, personId: at.person.id }, shown, at.now);
  const href = (page: number) => `/outcomes${outcomeSearch({ ...query, page })}`;
  return {
    total: figures.cases,
    ended: figures.ended,
    uncounted: choices.uncounted,
    filters: outcomeFilters(query, choices),
    figures: outcomeFigures(figures, cases),
    complications: complicationShares(complications, figures.cases),
    removal: removalCurve(figures.watched),
    rows: cases.map(outcomeRow),
    first: before + 1,
    previousHref: query.page > 1 ? href(query.page - 1) : undefined,
    nextHref: before + cases.length < figures.cases ? href(query.page + 1) : undefined,
    csvHref: `/api/outcomes${outcomeSearch({ ...query, page: 1 })}`,
    printed: `${at.clinic.name} \u00b7 printed ${formatInstant(at.now, at.clinic.zone)} by ${at.person.name} \u00b7 Turnwise`,
  };
}
