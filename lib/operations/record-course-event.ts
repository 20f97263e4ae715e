import 'server-only';
import { writeKey } from '#lib/data/audit.ts';
import { insertCourseEvent, insertCourseNotice } from '#lib/data/courses.ts';
import { findLastChange } from '#lib/data/last-change.ts';
import type { Actor, AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import { dayOf, startOfDay } from '#lib/domain/case-day.ts';
import type { CaseFacts, CourseEvent } from '#lib/domain/facts.ts';
import { type CourseRefusal, refuseDecision } from '#lib/domain/phase/guards.ts';
import { lastRecordedEvent } from '#lib/domain/phase/phase.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { CourseEventInput } from '#lib/schemas/course-event.ts';
import type { StaleReason } from './change-versioned.ts';
import { type CorrectionReason, withFact } from './correct-fact.ts';
import { type CaseReason, inCase } from './in-case.ts';
import { type MomentRefusal, resolvePast } from './resolve-moment.ts';

export type CourseEventReason =
  | CaseReason
  | CorrectionReason
  | MomentRefusal<'at' | 'day' | 'toldAt'>
  | CourseRefusal
  /** Somebody decided about the course first, or took back the last decision that was seen: then `theirs` is what stands. */
  | StaleReason<CourseEvent | null>
  /** Nothing of activation or consolidation comes before the index operation. */
  | { kind: 'before-operation'; field: 'at' | 'day'; operatedAt: Instant | null };

/**
 * Records a decision that moves the case on (activation ended or resumed, consolidation started, stopped or to be
 * removed early), or the correction of one, after the last decision that was seen, where the course allows it and once
 * it has taken effect: what is intended for later is a version of the protocol.
 */
export function recordCourseEvent(request: {
  actor: Actor;
  caseId: AuthorizedCaseId;
  input: CourseEventInput;
  now: Instant;
}): Promise<Result<{ id: string }, CourseEventReason>> {
  const { actor, caseId, input, now } = request;
  const { id, kind, reasonCode, reason, correctsId, retracted, seenEventId } = input;
  const write = writeKey(id, { caseId, input });
  return inCase<{ id: string }, CourseEventReason>(
    { actor, caseId, now, action: 'course.record', write },
    async ({ header, facts, db }) => {
      const at = effectOf(facts, input, now);
      if (!at.ok) return at;
      const told = input.toldAt === null ? ok(null) : resolvePast(facts.zone, input.toldAt, 'toldAt', now);
      if (!told.ok) return told;
      const { personId: byId } = actor;
      const toldById = told.value === null ? null : (input.toldById ?? byId);
      const event: CourseEvent = {
        id,
        kind,
        at: at.value,
        reasonCode,
        reason,
        byId,
        toldAt: told.value,
        toldById,
        recordedAt: now,
      };
      const events = withFact(facts.events, event, input);
      if (!events.ok) return events;
      const theirs = lastRecordedEvent(facts.events);
      if (seenEventId !== undefined && seenEventId !== (theirs?.id ?? null)) {
        const last = theirs && (await findLastChange(db, actor.clinicId, RECORDED, theirs.id));
        return refused({ kind: 'stale', theirs, last });
      }
      const after = { ...facts, events: events.value };
      const refusal = refuseDecision(facts, after);
      if (refusal) return refused(refusal);
      const recording = { caseId, recordedBy: byId, correctsId, retracted };
      return ok({
        value: { id },
        change: {
          statements: [
            insertCourseEvent(recording, event),
            ...(told.value === null || toldById === null
              ? []
              : [
                  insertCourseNotice({
                    eventId: id,
                    toldAt: told.value,
                    toldById,
                    recordedBy: byId,
                    recordedAt: now,
                  }),
                ]),
          ],
          after: { header, facts: after },
          event: correctsId === null ? 'course.recorded' : 'course.corrected',
          detail: { id, kind, at: event.at, correctsId, retracted },
        },
      });
    },
  );
}

const RECORDED = ['course.recorded', 'course.corrected'] as const;

/** When it takes effect: consolidation starts with a day, the rest at a time. */
function effectOf(
  { zone, operations }: CaseFacts,
  { day, at }: CourseEventInput,
  now: Instant,
): Result<Instant, CourseEventReason> {
  if (day !== null && day > dayOf(zone, now)) return refused({ kind: 'in-the-future', field: 'day', now });
  const effect = day === null ? resolvePast(zone, at ?? 0, 'at', now) : ok(startOfDay(zone, day));
  if (!effect.ok) return effect;
  const operation = operations.find(({ kind }) => kind === 'index');
  const field = day === null ? 'at' : 'day';
  // A day counts from its first minute: consolidation may start on the day of the operation.
  const earliest = operation && (day === null ? operation.endedAt : operation.endedAt - 86_400_000);
  return earliest === undefined || effect.value < earliest
    ? refused({ kind: 'before-operation', field, operatedAt: operation?.endedAt ?? null })
    : effect;
}
