import 'server-only';
import { insertCourseNotice } from '#lib/data/courses.ts';
import type { Actor, AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { TellDecisionInput } from '#lib/schemas/course-event.ts';
import { type CaseReason, inCase } from './in-case.ts';
import { type MomentRefusal, resolvePast } from './resolve-moment.ts';

export type TellDecisionReason =
  | CaseReason
  | MomentRefusal<'toldAt'>
  | { kind: 'decision-unknown'; field: 'eventId' }
  | { kind: 'already-told'; field: 'eventId'; toldAt: Instant };

/** Records when the family was told of a decision about the course. It is said once. */
export function tellDecision(request: {
  actor: Actor;
  caseId: AuthorizedCaseId;
  input: TellDecisionInput;
  now: Instant;
}): Promise<Result<{ eventId: string }, TellDecisionReason>> {
  const { actor, caseId, input, now } = request;
  const { eventId } = input;
  return inCase<{ eventId: string }, TellDecisionReason>(
    { actor, caseId, now, action: 'course.record', write: null },
    ({ header, facts }) => {
      const told = facts.events.find(({ id }) => id === eventId);
      if (!told) return refused({ kind: 'decision-unknown', field: 'eventId' });
      const at = resolvePast(facts.zone, input.toldAt, 'toldAt', now);
      if (!at.ok) return at;
      if (told.toldAt === at.value) return ok({ value: { eventId }, change: null });
      if (told.toldAt !== null)
        return refused({ kind: 'already-told', field: 'eventId', toldAt: told.toldAt });
      const toldAt = at.value;
      const toldById = input.toldById ?? actor.personId;
      const events = facts.events.map((event) => (event === told ? { ...told, toldAt, toldById } : event));
      return ok({
        value: { eventId },
        change: {
          statements: [
            insertCourseNotice({ eventId, toldAt, toldById, recordedBy: actor.personId, recordedAt: now }),
          ],
          after: { header, facts: { ...facts, events } },
          event: 'course.told',
          detail: { eventId, toldAt, toldById },
        },
      });
    },
  );
}
