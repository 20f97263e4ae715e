import 'server-only';
import { findCase } from '#lib/data/case-facts.ts';
import { claimDueCases, type DueCase, hasDueCases } from '#lib/data/due-standings.ts';
import { pool } from '#lib/data/pool.ts';
import { putStanding } from '#lib/data/standing.ts';
import type { Queryable, Statement } from '#lib/data/statement.ts';
import { inTransaction } from '#lib/data/transaction.ts';
import { ok, type Result } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import { standingOf } from './standing-of.ts';

const BATCH = 50;
const MOST_BATCHES = 200;

/**
 * Judges anew the open cases whose judgement has run out by `now`, of one clinic or (null) of all. Cases that another
 * process is at are left to it. Returns how many it judged, at most 10,000 a call.
 */
export async function reassessDueStandings({
  clinicId,
  now,
}: {
  clinicId: string | null;
  now: Instant;
}): Promise<number> {
  let judged = 0;
  if (!(await hasDueCases(pool(), clinicId, now))) return judged;
  for (let round = 0; round < MOST_BATCHES; round++) {
    const batch = await inTransaction<number, never>(async (tx): Promise<Result<number, never>> => {
      const due = await claimDueCases(tx, { clinicId, now, most: BATCH });
      if (due.length > 0) await tx.commit(await standingsOf(tx, due, now));
      return ok(due.length);
    });
    if (!batch.ok) break;
    judged += batch.value;
    if (batch.value < BATCH) break;
  }
  return judged;
}

/** The standings of locked cases, from their facts. */
export async function standingsOf(
  db: Queryable,
  cases: readonly DueCase[],
  now: Instant,
): Promise<Statement[]> {
  const records = await Promise.all(cases.map((scope) => findCase(db, scope)));
  return records.flatMap((record) =>
    record ? [putStanding(record.header, standingOf(record.facts, now))] : [],
  );
}
