import { pool } from '#lib/data/pool.ts';
import { worklistStatement } from '#lib/data/worklist.ts';
import type { Figure } from '#tests/bench/figure.ts';

type Plan = { 'Shared Hit Blocks': number; 'Shared Read Blocks': number };

/** How many reports there are, and how many buffers the query of the worklist touches among them. */
export type Buffers = { reports: number; buffers: number };

/**
 * Explains the query of the first page of the worklist as it is asked, and counts what it touches. The standings are laid
 * out afresh before: what was written to them since the count before is not history.
 */
export async function countBuffers(clinicId: string): Promise<Buffers> {
  await pool().query('VACUUM (FULL, ANALYZE) case_standing');
  const { text, values } = worklistStatement({
    clinicId,
    personId: null,
    phase: null,
    level: null,
    rule: null,
    words: '',
    page: 1,
    pageSize: 50,
  });
  const explained = await pool().query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
    `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`,
    values,
  );
  const plan = explained.rows[0]?.['QUERY PLAN'][0].Plan;
  if (!plan) throw new Error('the query was not explained');
  const counted = await pool().query<{ reports: number }>('SELECT count(*)::int AS reports FROM turn_report');
  const buffers = plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
  return { reports: counted.rows[0]?.reports ?? 0, buffers };
}

/** The largest of these counts against the smallest. */
export function buffersFigure(counts: readonly Buffers[]): Figure {
  const buffers = counts.map((count) => count.buffers);
  const words = counts.map((count) => `${count.buffers} at ${(count.reports / 1e6).toFixed(1)} million`);
  return {
    name: 'buffers of the worklist query: largest ÷ smallest',
    value: Math.max(...buffers) / Math.min(...buffers),
    unit: '×',
    must: 1.1,
    aim: 1,
    detail: words.join(', '),
  };
}
