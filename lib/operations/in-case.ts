import 'server-only';
import { type AuditEventName, findReceipt, insertAudit, type WriteKey } from '#lib/data/audit.ts';
import { type CaseHeader, type CaseRecord, findCase } from '#lib/data/case-facts.ts';
import { lockCase } from '#lib/data/case-lock.ts';
import { putOutcome } from '#lib/data/case-outcomes.ts';
import { brokenConstraint } from '#lib/data/constraint.ts';
import { putStanding, removeStanding } from '#lib/data/standing.ts';
import type { Queryable, Statement } from '#lib/data/statement.ts';
import { inTransaction } from '#lib/data/transaction.ts';
import type { Actor, AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import { type Action, can } from '#lib/domain/access/can.ts';
import { takesWrite } from '#lib/domain/access/closed-case.ts';
import { outcomeOf } from '#lib/domain/outcome/case-outcome.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import { standingOf } from './standing-of.ts';

/** Why any write to a case may be refused. */
export type CaseReason =
  /** The clinic has no such case. */
  | { kind: 'not-found' }
  /** None of the actor's roles may do this. */
  | { kind: 'not-allowed' }
  | { kind: 'case-closed'; closedAt: Instant }
  /** The id was used before, with another body. */
  | { kind: 'id-reused' };

export type CaseRequest = {
  actor: Actor;
  caseId: AuthorizedCaseId;
  now: Instant;
  action: Action;
  /** The id that the client made for this write; null where the facts themselves know a repeat. */
  write: WriteKey | null;
  /** What has to be locked before the case. */
  lock?: Statement;
  /** For what may change after the case is closed. */
  evenClosed?: boolean;
};

/** The locked case as a decision finds it. */
export type CaseContext = CaseRecord & { db: Queryable };

/** What a decision changes: the statements, the case after them, and what the trail says. */
export type Change = {
  statements: readonly Statement[];
  after: CaseRecord;
  event: AuditEventName;
  detail: Readonly<Record<string, unknown>>;
};

/** `change` null: nothing new was said, as in a repeat. */
export type Decision<Value> = { value: Value; change: Change | null };

/**
 * The one way to write to a case: lock its row, read the facts, ask `can`, decide, insert, note it in the trail,
 * judge the case anew. All of it is kept or nothing. `constraints` says what it means when another write was
 * faster and a constraint of that name refuses.
 */
export async function inCase<Value, Reason>(
  { actor, caseId, now, action, write, lock, evenClosed = false }: CaseRequest,
  decide: (
    context: CaseContext,
  ) => Promise<Result<Decision<Value>, Reason>> | Result<Decision<Value>, Reason>,
  constraints: Readonly<Record<string, Reason | CaseReason>> = {},
): Promise<Result<Value, Reason | CaseReason>> {
  const scope = { clinicId: actor.clinicId, caseId };
  if (!can(actor, action, { clinicId: actor.clinicId, withinBand: true, operation: 'removal' }))
    return refused({ kind: 'not-allowed' });
  try {
    return await inTransaction<Value, Reason | CaseReason>(async (tx) => {
      // Three statements, one round trip. The facts are read after the lock is held: one statement that did
      // both would, after waiting, still see the facts as they were before.
      const [, , record, receipt] = await Promise.all([
        lock ? tx.query(lock) : null,
        tx.query(lockCase(scope)),
        findCase(tx, scope),
        write ? findReceipt(tx, actor.clinicId, write) : ({ kind: 'new' } as const),
      ]);
      if (!record) return refused({ kind: 'not-found' });
      if (receipt.kind === 'same') return ok(receipt.result as Value);
      if (receipt.kind === 'other') return refused({ kind: 'id-reused' });
      const { closedAt } = record.header;
      if (closedAt !== null && !evenClosed && !takesWrite(record.header, action)) {
        return refused({ kind: 'case-closed', closedAt });
      }
      const decided = await decide({ ...record, db: tx });
      if (!decided.ok) return decided;
      const { value, change } = decided.value;
      if (change) {
        const noted = insertAudit({
          event: change.event,
          at: now,
          clinicId: actor.clinicId,
          actorId: actor.personId,
          caseId,
          patientId: record.header.patientId,
          detail: write ? { ...change.detail, result: value } : change.detail,
          write,
        });
        await tx.commit([...change.statements, noted], () => [
          standingAfter(change.after, now),
          ...outcomeAfter(change),
        ]);
      }
      return ok(value);
    });
  } catch (error) {
    const constraint = brokenConstraint(error);
    const reason = constraint === null ? undefined : constraints[constraint];
    if (reason) return refused(reason);
    if (constraint?.endsWith('_pkey') || constraint === 'audit_event_write_id_key') {
      return refused({ kind: 'id-reused' });
    }
    throw error;
  }
}

function standingAfter(
  { header, facts }: { header: CaseHeader; facts: CaseRecord['facts'] },
  now: Instant,
): Statement {
  return header.closedAt === null
    ? putStanding(header, standingOf(facts, now))
    : removeStanding(header.caseId);
}

/** A turn changes nothing of the outcome while activation goes on, and then there is no event and no removal. */
function outcomeAfter({ after: { header, facts }, event }: Change): Statement[] {
  const isGoingOn = facts.events.length === 0 && facts.operations.every(({ kind }) => kind !== 'removal');
  if (event === 'turns.recorded' && isGoingOn) return [];
  return [putOutcome(header, outcomeOf(facts))];
}
