import type { Site } from '#lib/domain/facts.ts';
import { SITE_WORDS } from './case-words.ts';
import { formatMm } from './format-amount.ts';
import { mmText } from './read-mm.ts';

type Row = {
  id: string;
  maker: string;
  name: string;
  sites: readonly string[];
  umPerTurn: number | null;
  actuationsPerTurn: number | null;
  travelsUm: readonly number[];
  source: string | null;
  note: string | null;
  isOwn: boolean;
  retiredAt: number | null;
  placed: number;
};

/** A model of the catalogue in words. Null: no source says it, it is confirmed at placement. */
export type CatalogueLine = {
  id: string;
  model: string;
  sites: string;
  turn: string | null;
  travels: string | null;
  note: string | null;
  source: string | null;
  placed: number;
  isRetired: boolean;
  /** Of the clinic's own, and still offered. */
  mayRetire: boolean;
};

export function catalogueLines(rows: readonly Row[]): readonly CatalogueLine[] {
  return rows.map((row) => ({
    id: row.id,
    model: `${row.maker} ${row.name}`,
    sites: row.sites.map((site) => SITE_WORDS[site as Site] ?? site).join(', '),
    turn: turnWords(row),
    travels: row.travelsUm.length === 0 ? null : `${row.travelsUm.map(mmText).join(', ')} mm`,
    note: row.note,
    source: row.source,
    placed: row.placed,
    isRetired: row.retiredAt !== null,
    mayRetire: row.isOwn && row.retiredAt === null,
  }));
}

function turnWords({ umPerTurn, actuationsPerTurn }: Row): string | null {
  if (umPerTurn === null) return null;
  const turn = `${formatMm(umPerTurn)} a turn`;
  return actuationsPerTurn === null || actuationsPerTurn === 1
    ? turn
    : `${turn} of ${actuationsPerTurn} actuations`;
}
