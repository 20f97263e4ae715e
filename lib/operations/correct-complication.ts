import 'server-only';
import { writeKey } from '#lib/data/audit.ts';
import { findComplicationOfRow, insertComplication } from '#lib/data/complications.ts';
import type { Actor, AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import type { Complication } from '#lib/domain/complication/complication.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { CorrectComplicationInput } from '#lib/schemas/complication.ts';
import type { CorrectionReason } from './correct-fact.ts';
import { type CaseReason, inCase } from './in-case.ts';
import { type ComplicationRefusal, complicationRefusal } from './record-complication.ts';

export type CorrectComplicationReason = CaseReason | CorrectionReason | ComplicationRefusal;

/** Puts right what was written of a complication, or withdraws it: its steps and its id stay, the trail keeps both. */
export function correctComplication(request: {
  actor: Actor;
  caseId: AuthorizedCaseId;
  input: CorrectComplicationInput;
  now: Instant;
}): Promise<Result<{ id: string }, CorrectComplicationReason>> {
  const { actor, caseId, input, now } = request;
  const { id: rowId, correctsId, retracted, reason } = input;
  return inCase<{ id: string }, CorrectComplicationReason>(
    { actor, caseId, now, action: 'complication.record', write: writeKey(rowId, { caseId, input }) },
    async ({ db, header, facts }) => {
      const id = await findComplicationOfRow(db, caseId, correctsId);
      const before = facts.complications.find((one) => one.id === id);
      if (!before) return refused({ kind: 'correction-of-unknown', field: 'correctsId' });
      const refusal = retracted ? null : complicationRefusal(facts, input, now);
      if (refusal) return refused(refusal);
      const { kind, failure, deviceId, onsetDay, detectedBy, signs, note } = input;
      const after: Complication = {
        ...before,
        ...(retracted ? {} : { kind, failure, deviceId, onsetDay, detectedBy, signs, note }),
      };
      const others = facts.complications.filter((one) => one !== before);
      const recording = { caseId, recordedBy: actor.personId, correctsId, retracted };
      const written = { rowId, correctionReason: reason, writtenAt: now };
      return ok({
        value: { id: before.id },
        change: {
          statements: [insertComplication(recording, written, after)],
          after: { header, facts: { ...facts, complications: retracted ? others : [...others, after] } },
          event: 'complication.corrected',
          detail: { id: before.id, rowId, kind, failure, deviceId, onsetDay, correctsId, retracted, reason },
        },
      });
    },
  );
}
