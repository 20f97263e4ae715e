import { dayFromIso, isoDay } from '#lib/domain/case-day.ts';
import { SITES } from '#lib/domain/facts.ts';
import { AGE_BANDS, type OutcomeFilter } from '#lib/domain/outcome/outcome-filter.ts';
import { readUuid } from '#lib/domain/uuid.ts';

/** Cases on one page of the outcomes. */
export const OUTCOME_PAGE_SIZE = 200;

export type OutcomeQuery = OutcomeFilter & { page: number };

type Address = Record<string, string | string[] | undefined>;

const MOST_SYNDROME = 120;

/** Reads the address. What it does not know it leaves out: an old link still opens the page. */
export function outcomeQuery(address: Address): OutcomeQuery {
  const text = (name: string) => {
    const value = address[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const page = Number(text('page'));
  const syndrome = text('syndrome').slice(0, MOST_SYNDROME);
  return {
    fromDay: dayFromIso(text('from')),
    toDay: dayFromIso(text('to')),
    site: SITES.find((site) => site === text('site')) ?? null,
    surgeonId: readUuid(text('surgeon')),
    modelId: readUuid(text('model')),
    age: AGE_BANDS.find(({ key }) => key === text('age')) ?? null,
    syndrome: syndrome === '' || syndrome.includes('\0') ? null : syndrome,
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  };
}

/** The part of an address that says which cases are counted: `?site=mandible&page=2`, or nothing. */
export function outcomeSearch({ page, ...filter }: OutcomeQuery): string {
  const params = new URLSearchParams();
  if (filter.fromDay !== null) params.set('from', isoDay(filter.fromDay));
  if (filter.toDay !== null) params.set('to', isoDay(filter.toDay));
  if (filter.site) params.set('site', filter.site);
  if (filter.surgeonId) params.set('surgeon', filter.surgeonId);
  if (filter.modelId) params.set('model', filter.modelId);
  if (filter.age) params.set('age', filter.age.key);
  if (filter.syndrome) params.set('syndrome', filter.syndrome);
  if (page > 1) params.set('page', String(page));
  const search = params.toString();
  return search === '' ? '' : `?${search}`;
}
