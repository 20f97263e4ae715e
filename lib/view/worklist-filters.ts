import type { FlagLevel } from '#lib/domain/facts.ts';
import { PHASES, type PhaseKind } from '#lib/domain/phase/transitions.ts';
import { LEVEL_WORDS, PHASE_WORDS } from './case-words.ts';
import { ruleWords } from './rule-words.ts';
import { type WorklistQuery, worklistHref } from './worklist-query.ts';

/** How many open cases of the clinic there are, in all and by what they can be filtered by. */
export type WorklistCounts = {
  all: number;
  mine: number;
  levels: Partial<Record<FlagLevel, number>>;
  phases: Partial<Record<PhaseKind, number>>;
  rules: Readonly<Record<string, number>>;
};

export type FilterLink = { href: string; label: string; current: boolean; count: number };

export type WorklistFilters = {
  owners: readonly FilterLink[];
  levels: readonly FilterLink[];
  phases: readonly FilterLink[];
  rules: readonly FilterLink[];
  /** The list with no filter; null when none is set. */
  clearHref: string | null;
};

/** Every filter as a link: choosing the current one takes it off. */
export function worklistFilters(query: WorklistQuery, counts: WorklistCounts): WorklistFilters {
  const level = (value: FlagLevel) => ({
    href: worklistHref(query, { level: query.level === value ? null : value }),
    label: LEVEL_WORDS[value],
    current: query.level === value,
    count: counts.levels[value] ?? 0,
  });
  const hasFilter = query.mine || query.phase || query.level || query.rule || query.words;
  return {
    owners: [
      { href: worklistHref(query, { mine: false }), label: 'All', current: !query.mine, count: counts.all },
      { href: worklistHref(query, { mine: true }), label: 'Mine', current: query.mine, count: counts.mine },
    ],
    levels: [level('act-now'), level('look-today'), level('information')],
    phases: PHASES.filter((phase) => (counts.phases[phase] ?? 0) > 0 || query.phase === phase).map(
      (phase) => ({
        href: worklistHref(query, { phase: query.phase === phase ? null : phase }),
        label: PHASE_WORDS[phase],
        current: query.phase === phase,
        count: counts.phases[phase] ?? 0,
      }),
    ),
    rules: Object.entries(counts.rules)
      .sort(([a, inA], [b, inB]) => inB - inA || (a < b ? -1 : 1))
      .map(([rule, count]) => ({
        href: worklistHref(query, { rule: query.rule === rule ? null : rule }),
        label: ruleWords(rule),
        current: query.rule === rule,
        count,
      })),
    clearHref: hasFilter ? '/' : null,
  };
}
