import 'server-only';
import type { AtClinic } from '#lib/auth/gate.ts';
import { noteOutcomeExport } from '#lib/data/outcome-exports.ts';
import { listOutcomeCases, type OutcomePlace } from '#lib/data/outcomes.ts';
import type { OutcomeCase } from '#lib/domain/outcome/unit-outcome.ts';
import { outcomeQuery, outcomeSearch } from '#lib/view/outcome-query.ts';
import { outcomeScope } from './load-outcomes.ts';

const AT_ONCE = 2000;

/** The cases that an address counts, in pieces, so that no more than one is in memory; the trail says who took them. */
export async function* loadOutcomeExport(
  at: AtClinic,
  address: Record<string, string>,
): AsyncGenerator<readonly OutcomeCase[]> {
  const query = outcomeQuery(address);
  const scope = outcomeScope(at, query);
  // What was understood of the address, not what was written into it: the trail keeps no text that it cannot.
  const filter = Object.fromEntries(new URLSearchParams(outcomeSearch({ ...query, page: 1 })));
  await noteOutcomeExport({ clinicId: at.clinic.id, personId: at.person.id }, filter, at.now);
  let after: OutcomePlace | undefined;
  for (;;) {
    const cases: readonly OutcomeCase[] = await listOutcomeCases(scope, { after, most: AT_ONCE });
    yield cases;
    if (cases.length < AT_ONCE) return;
    after = cases.at(-1);
  }
}
