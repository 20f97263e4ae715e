import 'server-only';
import { writeKey } from '#lib/data/audit.ts';
import { worksInClinic } from '#lib/data/clinic-staff.ts';
import { insertFlagDecision } from '#lib/data/courses.ts';
import { findLastChange } from '#lib/data/last-change.ts';
import type { Queryable } from '#lib/data/statement.ts';
import { type Actor, type AuthorizedCaseId, ROLES } from '#lib/domain/access/actor.ts';
import { can } from '#lib/domain/access/can.ts';
import { isActionTaken } from '#lib/domain/deviation/action-taken.ts';
import { levelRank } from '#lib/domain/deviation/flag.ts';
import type { FlagAction, FlagDecision, FlagLevel } from '#lib/domain/facts.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { FlagDecisionInput } from '#lib/schemas/flag-decision.ts';
import type { StaleReason } from './change-versioned.ts';
import { type CaseReason, inCase } from './in-case.ts';
import { type MomentRefusal, resolveMoment } from './resolve-moment.ts';
import { standingOf } from './standing-of.ts';

export type FlagDecisionReason =
  | CaseReason
  | MomentRefusal<'until'>
  | { kind: 'until-in-the-past'; field: 'until' }
  /** The flag no longer stands: what it told of is over, or a fact came in between. */
  | { kind: 'flag-gone'; field: 'flagKey' }
  /** It became worse than the person saw it. */
  | { kind: 'flag-worsened'; field: 'level'; level: FlagLevel }
  /** Somebody decided about it first. */
  | StaleReason<FlagDecision>
  /** What is said to have settled it is not on record since it began. */
  | { kind: 'action-not-taken'; field: 'action'; action: FlagAction }
  /** Nobody of that id decides about flags in this clinic. */
  | { kind: 'assignee-unknown'; field: 'assigneeId' };

/**
 * Decides about a flag that stands, at the level and extent and after the last decision that were seen: acknowledged,
 * snoozed or resolved until a time or until it worsens; given to somebody; or opened again.
 */
export function decideFlag(request: {
  actor: Actor;
  caseId: AuthorizedCaseId;
  input: FlagDecisionInput;
  now: Instant;
}): Promise<Result<{ id: string }, FlagDecisionReason>> {
  const { actor, caseId, input, now } = request;
  const { id, flagKey, kind, level, extent, seenDecisionId, action, assigneeId, note } = input;
  return inCase<{ id: string }, FlagDecisionReason>(
    { actor, caseId, now, action: 'flag.decide', write: writeKey(id, { caseId, input }) },
    async ({ header, facts, db }) => {
      const until = input.until === null ? ok(null) : resolveMoment(facts.zone, input.until, 'until');
      if (!until.ok) return until;
      if (until.value !== null && until.value <= now)
        return refused({ kind: 'until-in-the-past', field: 'until' });
      const flag = standingOf(facts, now).flags.find(({ key }) => key === flagKey);
      if (!flag) return refused({ kind: 'flag-gone', field: 'flagKey' });
      if (levelRank(flag.level) > levelRank(level) || flag.extent > extent) {
        return refused({ kind: 'flag-worsened', field: 'level', level: flag.level });
      }
      const theirs = facts.decisions.find((decision) => decision.id === flag.lastDecisionId);
      if (theirs && theirs.id !== seenDecisionId) {
        const last = await findLastChange(db, actor.clinicId, ['flag.decided'], theirs.id);
        return refused({ kind: 'stale', theirs, last });
      }
      if (action !== null && !isActionTaken(facts, flag, action))
        return refused({ kind: 'action-not-taken', field: 'action', action });
      if (assigneeId !== null && !(await decidesInClinic(db, actor.clinicId, assigneeId)))
        return refused({ kind: 'assignee-unknown', field: 'assigneeId' });
      const decision: FlagDecision = {
        id,
        flagKey,
        kind,
        level,
        extent,
        until: until.value,
        action,
        assigneeId,
        note,
        byId: actor.personId,
        recordedAt: now,
      };
      return ok({
        value: { id },
        change: {
          statements: [insertFlagDecision(caseId, decision)],
          after: { header, facts: { ...facts, decisions: [...facts.decisions, decision] } },
          event: 'flag.decided',
          detail: { id, flagKey, kind, level, extent, until: until.value, action, assigneeId },
        },
      });
    },
  );
}

async function decidesInClinic(db: Queryable, clinicId: string, personId: string): Promise<boolean> {
  const subject = { clinicId };
  for (const role of ROLES) {
    const actor = { personId, clinicId, roles: [role] };
    if (can(actor, 'flag.decide', subject) && (await worksInClinic(db, clinicId, personId, role)))
      return true;
  }
  return false;
}
