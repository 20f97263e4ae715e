import 'server-only';
import { writeKey } from '#lib/data/audit.ts';
import { insertComplication, insertComplicationSteps } from '#lib/data/complications.ts';
import { newId } from '#lib/data/new-id.ts';
import type { Actor, AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import { dayOf } from '#lib/domain/case-day.ts';
import type { Complication, ComplicationStep } from '#lib/domain/complication/complication.ts';
import type { CaseFacts } from '#lib/domain/facts.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Day, Instant } from '#lib/domain/units.ts';
import type { RecordComplicationInput } from '#lib/schemas/complication.ts';
import { type DecideTurnsReason, decideTurns } from './decide-turns.ts';
import { type CaseReason, inCase } from './in-case.ts';

export type ComplicationRefusal =
  | { kind: 'device-unknown'; field: 'deviceId' }
  /** A day that has not come in the zone of the case. */
  | { kind: 'day-in-the-future'; field: 'onsetDay' | 'onDay'; today: Day }
  /** It began before its device was in the child. */
  | { kind: 'before-placement'; field: 'onsetDay'; placedDay: Day };

export type RecordComplicationReason = CaseReason | ComplicationRefusal | DecideTurnsReason;

/** `proposed`: the version that the decision writes, where it waits for a signature and is not in force. */
export type RecordedComplication = { id: string; proposed: number | null };

/** Records a complication with the grades, the treatment and the decision about the turns that are known by now. */
export function recordComplication(request: {
  actor: Actor;
  caseId: AuthorizedCaseId;
  input: RecordComplicationInput;
  now: Instant;
}): Promise<Result<RecordedComplication, RecordComplicationReason>> {
  const { actor, caseId, input, now } = request;
  const { id } = input;
  return inCase<RecordedComplication, RecordComplicationReason>(
    { actor, caseId, now, action: 'complication.record', write: writeKey(id, { caseId, input }) },
    ({ header, facts }) => {
      const refusal = complicationRefusal(facts, input, now);
      if (refusal) return refused(refusal);
      const { kind, failure, deviceId, onsetDay, detectedBy, signs, note } = input;
      const { course } = input;
      const decided =
        course === null ? null : decideTurns({ actor, header, facts, now }, input, { ...input, course });
      if (decided && !decided.ok) return decided;
      const steps = [
        ...firstSteps(input, dayOf(facts.zone, now), now),
        ...(decided ? [decided.value.step] : []),
      ];
      const complication: Complication = {
        id,
        kind,
        failure,
        deviceId,
        onsetDay,
        detectedBy,
        signs,
        note,
        recordedAt: now,
        steps,
      };
      const recording = { caseId, recordedBy: actor.personId, correctsId: null, retracted: false };
      const written = { rowId: id, correctionReason: null, writtenAt: now };
      return ok({
        value: { id, proposed: decided?.value.proposed ?? null },
        change: {
          statements: [
            ...(decided?.value.statements ?? []),
            insertComplication(recording, written, complication),
            ...(steps.length > 0 ? [insertComplicationSteps(recording, id, steps)] : []),
          ],
          after: {
            header,
            facts: {
              ...(decided?.value.facts ?? facts),
              complications: [...facts.complications, complication],
            },
          },
          event: 'complication.recorded',
          detail: { id, kind, failure, deviceId, onsetDay, detectedBy, course },
        },
      });
    },
  );
}

/** Why this cannot be true of the case; null when it can. */
export function complicationRefusal(
  { zone, devices }: CaseFacts,
  { deviceId, onsetDay }: Pick<Complication, 'deviceId' | 'onsetDay'>,
  now: Instant,
): ComplicationRefusal | null {
  const today = dayOf(zone, now);
  if (onsetDay > today) return { kind: 'day-in-the-future', field: 'onsetDay', today };
  const device = devices.find((one) => one.id === deviceId);
  if (deviceId !== null && !device) return { kind: 'device-unknown', field: 'deviceId' };
  const placedDay = device ? dayOf(zone, device.placedAt) : onsetDay;
  return onsetDay < placedDay ? { kind: 'before-placement', field: 'onsetDay', placedDay } : null;
}

function firstSteps(
  { clavienDindo, severity, done }: RecordComplicationInput,
  onDay: Day,
  recordedAt: Instant,
): ComplicationStep[] {
  const said = { onDay, note: null, recordedAt };
  const steps: ComplicationStep[] = [];
  if (clavienDindo !== null || severity !== null) {
    steps.push({ ...said, id: newId(), kind: 'graded', clavienDindo, severity });
  }
  if (done !== null) steps.push({ ...said, id: newId(), kind: 'done', note: done });
  return steps;
}
