import 'server-only';
import { openText, sealText } from '#lib/auth/sealed-secret.ts';
import { findCase } from '#lib/data/case-facts.ts';
import { findClinicSettings } from '#lib/data/clinic-settings.ts';
import { listCaseIdsSince } from '#lib/data/open-cases.ts';
import { pool } from '#lib/data/pool.ts';
import { caseTally, tallySince } from '#lib/domain/tuning/case-tally.ts';
import { addTally, type Tally } from '#lib/domain/tuning/tally.ts';
import type { Tuning } from '#lib/domain/tuning/tuned-facts.ts';
import type { Instant } from '#lib/domain/units.ts';
import { inTurns } from './in-turns.ts';

/** No other case is begun in one answer after this long. */
const PART_MS = 400;
/** A page that is asked for without scripts waits for longer. */
const PAGE_MS = 10_000;
const MOST_CASES = 50;

/** What the rules found in some of the cases: counts alone, nothing of a patient. */
export type TuningPart = {
  tally: Tally;
  counted: number;
  total: number;
  /** Where to go on; null: all are counted. */
  next: string | null;
};

/** Who counts, where and when. */
type Counting = { clinic: { id: string }; person: { id: string }; now: Instant };

type Asked = { after: string | null; other: Tuning };

/**
 * Counts the cases after `after` that were open in the last 90 days: as many as are begun in a part of a second, each
 * to its end. Other requests get their turn while a case is read and while it is counted.
 */
export async function countTuningPart(
  { clinic, now }: Pick<Counting, 'clinic' | 'now'>,
  { after, other }: Asked,
  budgetMs = PART_MS,
): Promise<TuningPart> {
  const [settings, { caseIds, total }] = await Promise.all([
    findClinicSettings(pool(), clinic.id),
    listCaseIdsSince(pool(), { clinicId: clinic.id, since: tallySince(now), after, most: MOST_CASES }),
  ]);
  const tuning = settings?.defaults ?? other;
  const until = performance.now() + budgetMs;
  let tally: Tally = {};
  let counted = 0;
  for (const caseId of caseIds) {
    if (counted > 0 && performance.now() > until) break;
    const record = await findCase(pool(), { clinicId: clinic.id, caseId });
    if (record) {
      const { openedAt, closedAt } = record.header;
      tally = addTally(
        tally,
        await inTurns(caseTally(record.facts, { openedAt, closedAt, now, tuning, other })),
      );
    }
    counted += 1;
  }
  const isOver = counted === caseIds.length && caseIds.length < MOST_CASES;
  return { tally, counted, total, next: isOver ? null : (caseIds[counted - 1] ?? null) };
}

type Counted = Pick<TuningPart, 'tally' | 'counted'> & { after: string | null };

/** Where the counting of an address without scripts stands: with it the next page goes on and adds to what there was. */
export type TuningSoFar = TuningPart & { isOver: boolean; soFar: string | null };

/**
 * As many cases as fit into the time that somebody waits for a page, added to what the pages before had counted. What
 * they had is in the address, sealed: nobody is shown figures that were not counted, or by other defaults than he asks for.
 * Where it cannot be opened the counting begins anew.
 */
export async function countTuningPage(
  at: Counting,
  { query, other, soFar }: { query: string; other: Tuning; soFar: string | null },
  { pageMs = PAGE_MS, partMs = PART_MS } = {},
): Promise<TuningSoFar> {
  const owner = [at.person.id, at.clinic.id, query].join(' ');
  const opened = soFar === null ? null : openText('turnwise tuning', owner, soFar);
  const before: Counted = opened === null ? { tally: {}, counted: 0, after: null } : JSON.parse(opened);
  const until = performance.now() + pageMs;
  let whole: TuningPart = { ...before, total: 0, next: before.after };
  do {
    const part = await countTuningPart(at, { after: whole.next, other }, partMs);
    whole = { ...part, tally: addTally(whole.tally, part.tally), counted: whole.counted + part.counted };
  } while (whole.next !== null && performance.now() < until);
  const { tally, counted, next } = whole;
  const sealed =
    next === null
      ? null
      : sealText('turnwise tuning', owner, JSON.stringify({ tally, counted, after: next }));
  return { ...whole, isOver: next === null, soFar: sealed };
}
