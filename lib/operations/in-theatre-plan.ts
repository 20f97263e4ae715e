import 'server-only';
import { insertAudit } from '#lib/data/audit.ts';
import { brokenConstraint } from '#lib/data/constraint.ts';
import { findTheatrePlan, type TheatrePlan } from '#lib/data/schedules.ts';
import type { Queryable, Statement } from '#lib/data/statement.ts';
import { lockTheatres } from '#lib/data/theatre-lock.ts';
import { inTransaction } from '#lib/data/transaction.ts';
import type { Actor } from '#lib/domain/access/actor.ts';
import { can } from '#lib/domain/access/can.ts';
import { dayOf } from '#lib/domain/case-day.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';

/** Why any change of the theatre plan may be refused. */
export type PlanReason =
  | { kind: 'not-allowed' }
  /** The clinic has no such thing, or no longer. */
  | { kind: 'not-found' }
  | { kind: 'name-taken'; field: 'name' }
  /** Somebody else saved it first. */
  | { kind: 'stale' };

export type PlanChange<Value> = { value: Value; statements: readonly Statement[]; detail: object };

/** What changes of the plan find: the plan as it is, with nobody booking meanwhile. */
export type PlanContext = TheatrePlan & { db: Queryable };

/**
 * The one way to change rooms, blocks, leave and settings: with the theatres of the clinic held still, so that nobody books
 * on a plan that is going. Sent twice, the same new thing is there once.
 */
export async function inTheatrePlan<Value>(
  { actor, now }: { actor: Actor; now: Instant },
  decide: (
    context: PlanContext,
  ) => Promise<Result<PlanChange<Value>, PlanReason>> | Result<PlanChange<Value>, PlanReason>,
): Promise<Result<Value, PlanReason>> {
  const { clinicId } = actor;
  if (!can(actor, 'theatre.manage', { clinicId })) return refused({ kind: 'not-allowed' });
  try {
    return await inTransaction<Value, PlanReason>(async (tx) => {
      const found = await Promise.all([
        tx.query(lockTheatres(clinicId)),
        findTheatrePlan(tx, clinicId, dayOf('UTC', now)),
      ]);
      const decided = await decide({ ...found[1], db: tx });
      if (!decided.ok) return decided;
      const { value, statements, detail } = decided.value;
      await tx.commit([
        ...statements,
        insertAudit({
          event: 'theatre.changed',
          at: now,
          clinicId,
          actorId: actor.personId,
          caseId: null,
          patientId: null,
          detail: { ...detail },
          write: null,
        }),
      ]);
      return ok(value);
    });
  } catch (error) {
    const constraint = brokenConstraint(error);
    if (constraint?.endsWith('_name_in_use_key')) return refused({ kind: 'name-taken', field: 'name' });
    if (constraint?.endsWith('_pkey')) return refused({ kind: 'stale' });
    throw error;
  }
}
