import 'server-only';
import { findCase } from '#lib/data/case-facts.ts';
import { claimCasesAfter, putOutcome } from '#lib/data/case-outcomes.ts';
import { inTransaction } from '#lib/data/transaction.ts';
import { outcomeOf } from '#lib/domain/outcome/case-outcome.ts';
import { ok, type Result } from '#lib/domain/result.ts';

const BATCH = 50;

/**
 * Makes the outcome of every case anew from its facts, closed ones included; `only: 'missing'`: of those that have
 * none, as after an upgrade. Readers go on reading meanwhile. Returns how many cases it counted.
 */
export async function rebuildOutcomes({ only }: { only: 'missing' | 'all' }): Promise<number> {
  let counted = 0;
  let after: string | null = null;
  for (;;) {
    const from: string | null = after;
    const batch: Result<string[], never> = await inTransaction<string[], never>(
      async (tx): Promise<Result<string[], never>> => {
        const cases = await claimCasesAfter(tx, { after: from, most: BATCH, all: only === 'all' });
        const records = await Promise.all(cases.map((scope) => findCase(tx, scope)));
        const statements = records.flatMap((record) =>
          record ? [putOutcome(record.header, outcomeOf(record.facts))] : [],
        );
        if (statements.length > 0) await tx.commit(statements);
        return ok(cases.map(({ caseId }) => caseId));
      },
    );
    if (!batch.ok) return counted;
    counted += batch.value.length;
    after = batch.value.at(-1) ?? null;
    if (batch.value.length < BATCH) return counted;
  }
}
