import 'server-only';
import { ok, type Result, refused } from '#lib/domain/result.ts';

export type CorrectionReason =
  /** No such row stands in this case, or it is of another kind. */
  { kind: 'correction-of-unknown'; field: 'correctsId' };

/** What a fact stands in place of; `anyKind` where the kind itself can have been wrong. */
type Correction = { correctsId: string | null; retracted: boolean; anyKind?: boolean };

/**
 * The list after a new fact: it is added, or stands in the place of the one it corrects, or takes that one away.
 * Only what stands can be corrected, and only by a fact of its kind unless it may be of any.
 */
export function withFact<Fact extends { id: string; kind: string }>(
  facts: readonly Fact[],
  fact: Fact,
  { correctsId, retracted, anyKind = false }: Correction,
): Result<readonly Fact[], CorrectionReason> {
  if (correctsId === null) return ok([...facts, fact]);
  const corrected = facts.find(({ id }) => id === correctsId);
  if (!corrected || (corrected.kind !== fact.kind && !anyKind))
    return refused({ kind: 'correction-of-unknown', field: 'correctsId' });
  const others = facts.filter((other) => other !== corrected);
  return ok(retracted ? others : [...others, fact]);
}
