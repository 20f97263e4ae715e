import 'server-only';
import { insertComplication, insertComplicationSteps } from '#lib/data/complications.ts';
import { newId } from '#lib/data/new-id.ts';
import type { Statement } from '#lib/data/statement.ts';
import type { Complication, ComplicationStep } from '#lib/domain/complication/complication.ts';
import type { Day, Instant } from '#lib/domain/units.ts';
import type { RemovalComplicationInput } from '#lib/schemas/removal.ts';

/** The complications seen at a removal, as complications of the case: what is settled is resolved on the same day. */
export function withComplicationsSeen(
  seen: readonly RemovalComplicationInput[],
  { caseId, by, onDay, now }: { caseId: string; by: string; onDay: Day; now: Instant },
): { statements: Statement[]; complications: readonly Complication[] } {
  const recording = { caseId, recordedBy: by, correctsId: null, retracted: false };
  const complications = seen.map((one): Complication => {
    const { id, kind, failure, deviceId, note } = one;
    const steps = stepsOf(one, onDay, now);
    return {
      id,
      kind,
      failure,
      deviceId,
      note,
      onsetDay: onDay,
      detectedBy: 'clinic',
      signs: [],
      recordedAt: now,
      steps,
    };
  });
  return {
    complications,
    statements: complications.flatMap((one) => [
      insertComplication(recording, { rowId: one.id, correctionReason: null, writtenAt: now }, one),
      ...(one.steps.length > 0 ? [insertComplicationSteps(recording, one.id, one.steps)] : []),
    ]),
  };
}

function stepsOf(
  { clavienDindo, severity, settled }: RemovalComplicationInput,
  onDay: Day,
  recordedAt: Instant,
): ComplicationStep[] {
  const said = { onDay, note: null, recordedAt };
  const isGraded = clavienDindo !== null || severity !== null;
  return [
    ...(isGraded ? [{ ...said, id: newId(), kind: 'graded' as const, clavienDindo, severity }] : []),
    ...(settled ? [{ ...said, id: newId(), kind: 'resolved' as const }] : []),
  ];
}
