import 'server-only';
import { listOpenCasesAfter } from '#lib/data/due-standings.ts';
import { clearStandings } from '#lib/data/standing.ts';
import { inTransaction } from '#lib/data/transaction.ts';
import { ok, type Result } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import { standingsOf } from './reassess-due-standings.ts';

const BATCH = 50;

/**
 * Makes the standing of every open case anew from its facts, and removes those of closed cases. Readers go on
 * reading meanwhile. Returns how many cases are open.
 */
export async function rebuildStandings(now: Instant): Promise<number> {
  await inTransaction<null, never>(async (tx): Promise<Result<null, never>> => {
    await tx.commit([clearStandings()]);
    return ok(null);
  });
  let rebuilt = 0;
  let after: string | null = null;
  for (;;) {
    const from: string | null = after;
    const batch: Result<string[], never> = await inTransaction<string[], never>(
      async (tx): Promise<Result<string[], never>> => {
        const cases = await listOpenCasesAfter(tx, from, BATCH);
        if (cases.length > 0) await tx.commit(await standingsOf(tx, cases, now));
        return ok(cases.map(({ caseId }) => caseId));
      },
    );
    if (!batch.ok) return rebuilt;
    rebuilt += batch.value.length;
    after = batch.value.at(-1) ?? null;
    if (batch.value.length < BATCH) return rebuilt;
  }
}
