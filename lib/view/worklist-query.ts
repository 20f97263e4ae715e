import type { FlagLevel } from '#lib/domain/facts.ts';
import { PHASES, type PhaseKind } from '#lib/domain/phase/transitions.ts';

export const WORKLIST_PAGE_SIZE = 50;
const LEVELS: readonly FlagLevel[] = ['act-now', 'look-today', 'information'];
const MOST_WORDS = 100;

/** What of the worklist is shown. It lives in the address, so that going back keeps the place. */
export type WorklistQuery = {
  /** Only cases of the person who asks. */
  mine: boolean;
  phase: PhaseKind | null;
  /** Worst open flag of the case. */
  level: FlagLevel | null;
  /** A rule among the open flags of the case. */
  rule: string | null;
  /** Words of name, MRN or lot. */
  words: string;
  page: number;
};

type Address = Record<string, string | string[] | undefined>;

/** Reads the address. What it does not know it leaves out: an old link still opens the list. */
export function worklistQuery(address: Address): WorklistQuery {
  const text = (name: string) => {
    const value = address[name];
    return typeof value === 'string' ? value : '';
  };
  const page = Number(text('page'));
  return {
    mine: text('mine') === '1',
    phase: PHASES.find((phase) => phase === text('phase')) ?? null,
    level: LEVELS.find((level) => level === text('level')) ?? null,
    rule: /^[a-z-]{1,40}$/.test(text('rule')) ? text('rule') : null,
    words: text('q').trim().slice(0, MOST_WORDS),
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  };
}

/** The address of a query; changes start again from the first page unless they name one. */
export function worklistHref(query: WorklistQuery, change: Partial<WorklistQuery> = {}): string {
  const next = { ...query, page: 1, ...change };
  const params = new URLSearchParams();
  if (next.mine) params.set('mine', '1');
  if (next.phase) params.set('phase', next.phase);
  if (next.level) params.set('level', next.level);
  if (next.rule) params.set('rule', next.rule);
  if (next.words) params.set('q', next.words);
  if (next.page > 1) params.set('page', String(next.page));
  const search = params.toString();
  return search === '' ? '/' : `/?${search}`;
}
