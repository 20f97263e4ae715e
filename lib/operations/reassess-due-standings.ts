import 'server-only';
import { findCase } from '#lib/data/case-facts.ts';
import { claimDueCases, type DueCase, hasDueCases } from '#lib/data/due-standings.ts';
import { pool } from '#lib/data/pool.ts';
import { type JudgedCase, putStandings } from '#lib/data/standing.ts';
import type { Queryable, Statement } from '#lib/data/statement.ts';
import { inTransaction } from '#lib/data/transaction.ts';
import { ok, type Result } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import { standingOf } from './standing-of.ts';

const BATCH = 50;
const AT_ONCE = 3;
const MOST_BATCHES = 60;

/**
 * Judges anew the open cases whose judgement has run out by `now`, of one clinic or (null) of all. Cases that another
 * process is at are left to it. Returns how many it judged, at most 9,050 a call.
 */
export async function reassessDueStandings({
  clinicId,
  now,
}: {
  clinicId: string | null;
  now: Instant;
}): Promise<number> {
  if (!(await hasDueCases(pool(), clinicId, now))) return 0;
  const first = await judgeBatch(clinicId, now);
  if (first < BATCH) return first;
  // Many are due, as in the morning: while one batch is written, the next is judged.
  const counts = await Promise.all(Array.from({ length: AT_ONCE }, () => judgeBatches(clinicId, now)));
  return counts.reduce((sum, count) => sum + count, first);
}

async function judgeBatches(clinicId: string | null, now: Instant): Promise<number> {
  let judged = 0;
  for (let round = 0; round < MOST_BATCHES; round++) {
    const batch = await judgeBatch(clinicId, now);
    judged += batch;
    if (batch < BATCH) break;
  }
  return judged;
}

async function judgeBatch(clinicId: string | null, now: Instant): Promise<number> {
  const judged = await inTransaction<number, never>(async (tx): Promise<Result<number, never>> => {
    const due = await claimDueCases(tx, { clinicId, now, most: BATCH });
    if (due.length > 0) await tx.commit(await standingsOf(tx, due, now));
    return ok(due.length);
  });
  return judged.ok ? judged.value : 0;
}

/** The standings of locked cases, from their facts. */
export async function standingsOf(
  db: Queryable,
  cases: readonly DueCase[],
  now: Instant,
): Promise<Statement[]> {
  // Each is judged as soon as its facts are here, while the database reads those of the next.
  const judged = await Promise.all(
    cases.map(async (scope): Promise<JudgedCase | null> => {
      const record = await findCase(db, scope);
      return record && { header: record.header, assessment: standingOf(record.facts, now) };
    }),
  );
  return [putStandings(judged.filter((one) => one !== null))];
}
