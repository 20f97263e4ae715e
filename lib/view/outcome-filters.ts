import { isoDay } from '#lib/domain/case-day.ts';
import { SITES } from '#lib/domain/facts.ts';
import { AGE_BANDS, type AgeBand } from '#lib/domain/outcome/outcome-filter.ts';
import { SITE_WORDS } from './case-words.ts';
import { formatDay } from './format-date.ts';
import { type OutcomeQuery, outcomeSearch } from './outcome-query.ts';

const AGE_WORDS: Record<AgeBand['key'], string> = {
  '0-6': 'Under 6 months',
  '6-12': '6 to 11 months',
  '12-24': '12 to 23 months',
  '24': '2 years and older',
};

type Choice = { value: string; label: string };

/** The form that narrows the outcomes: what it offers, and what is chosen. */
export type OutcomeFilters = {
  from: string;
  to: string;
  lists: readonly {
    name: string;
    label: string;
    chosen: string;
    anything: string;
    options: readonly Choice[];
  }[];
  /** The page with no filter; null when none is set. */
  clearHref: string | null;
  /** What is chosen, for paper: `Operated from 01-Jan-2024 · Site: Mandible`. */
  words: string;
};

type Named = { id: string; name: string };
type Offered = { surgeons: readonly Named[]; models: readonly Named[]; syndromes: readonly string[] };

export function outcomeFilters(query: OutcomeQuery, offered: Offered): OutcomeFilters {
  const lists = listsOf(query, offered);
  const chosen = lists.flatMap(({ label, chosen: value, options }) => {
    const option = options.find((one) => one.value === value);
    return option ? [`${label}: ${option.label}`] : [];
  });
  const words = [
    ...(query.fromDay === null ? [] : [`Operated from ${formatDay(query.fromDay)}`]),
    ...(query.toDay === null ? [] : [`Operated until ${formatDay(query.toDay)}`]),
    ...chosen,
  ];
  return {
    from: query.fromDay === null ? '' : isoDay(query.fromDay),
    to: query.toDay === null ? '' : isoDay(query.toDay),
    lists,
    clearHref: outcomeSearch({ ...query, page: 1 }) === '' ? null : '/outcomes',
    words: words.length === 0 ? 'Every case of the clinic' : words.join(' \u00b7 '),
  };
}

function listsOf(
  { site, surgeonId, modelId, age, syndrome }: OutcomeQuery,
  { surgeons, models, syndromes }: Offered,
): OutcomeFilters['lists'] {
  const named = ({ id, name }: Named) => ({ value: id, label: name });
  const list = (
    name: string,
    label: string,
    chosen: string | null,
    anything: string,
    options: readonly Choice[],
  ) => ({ name, label, chosen: chosen ?? '', anything, options });
  const sites = SITES.map((value) => ({ value, label: SITE_WORDS[value] }));
  const ages = AGE_BANDS.map(({ key }) => ({ value: key, label: AGE_WORDS[key] }));
  const without = { value: 'none', label: 'No syndrome' };
  return [
    list('site', 'Site', site, 'Every site', sites),
    list('surgeon', 'Surgeon', surgeonId, 'Every surgeon', surgeons.map(named)),
    list('model', 'Device model', modelId, 'Every model', models.map(named)),
    list('age', 'Age at operation', age?.key ?? null, 'Every age', ages),
    list('syndrome', 'Syndrome', syndrome, 'With or without', [
      without,
      ...syndromes.map((value) => ({ value, label: value })),
    ]),
  ];
}
