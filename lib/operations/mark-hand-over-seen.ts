import 'server-only';
import { putHandOverMark } from '#lib/data/hand-over.ts';
import { pool } from '#lib/data/pool.ts';
import type { Actor } from '#lib/domain/access/actor.ts';
import { can } from '#lib/domain/access/can.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';

export type MarkHandOverReason = { kind: 'not-allowed' } | { kind: 'in-the-future' };

/** Remembers up to when the actor has seen what changed in his clinic: the next hand-over starts there. */
export async function markHandOverSeen({
  actor,
  input: { seenUntil },
  now,
}: {
  actor: Actor;
  input: { seenUntil: Instant };
  now: Instant;
}): Promise<Result<null, MarkHandOverReason>> {
  const { clinicId, personId } = actor;
  if (!can(actor, 'case.read', { clinicId })) return refused({ kind: 'not-allowed' });
  if (seenUntil > now) return refused({ kind: 'in-the-future' });
  await pool().query(putHandOverMark({ clinicId, personId }, seenUntil));
  return ok(null);
}
