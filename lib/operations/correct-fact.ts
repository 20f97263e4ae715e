import 'server-only';
import { ok, type Result, refused } from '#lib/domain/result.ts';

export type CorrectionReason =
  /** No such row stands in this case, or it is of another kind. */
  { kind: 'correction-of-unknown'; field: 'correctsId' };

/**
 * The list after a new fact: it is added, or stands in the place of the one it corrects, or takes that one away.
 * Only what stands can be corrected, and only by a fact of its kind.
 */
export function withFact<Fact extends { id: string; kind: string }>(
  facts: readonly Fact[],
  fact: Fact,
  { correctsId, retracted }: { correctsId: string | null; retracted: boolean },
): Result<readonly Fact[], CorrectionReason> {
  if (correctsId === null) return ok([...facts, fact]);
  const corrected = facts.find(({ id }) => id === correctsId);
  if (corrected?.kind !== fact.kind) return refused({ kind: 'correction-of-unknown', field: 'correctsId' });
  const others = facts.filter((other) => other !== corrected);
  return ok(retracted ? others : [...others, fact]);
}
