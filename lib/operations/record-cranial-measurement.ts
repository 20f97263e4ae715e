import 'server-only';
import { writeKey } from '#lib/data/audit.ts';
import { insertCranialMeasurement, listCranialRows } from '#lib/data/cranial-measurements.ts';
import type { Actor, AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import type { CranialMeasurement } from '#lib/domain/measurement/cranial-measurement.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { CranialMeasurementInput } from '#lib/schemas/cranial-measurement.ts';
import { type CorrectionReason, withFact } from './correct-fact.ts';
import { type CaseReason, inCase } from './in-case.ts';
import { type MomentRefusal, resolvePast } from './resolve-moment.ts';

export type CranialMeasurementReason = CaseReason | CorrectionReason | MomentRefusal<'takenAt'>;

/** Records a measurement of the head as a whole, or the correction of one. No judgement of the course depends on it. */
export function recordCranialMeasurement(request: {
  actor: Actor;
  caseId: AuthorizedCaseId;
  input: CranialMeasurementInput;
  now: Instant;
}): Promise<Result<{ id: string }, CranialMeasurementReason>> {
  const { actor, caseId, input, now } = request;
  const { id, kind, value, uncertainty, finding, method, note } = input;
  const { correctsId, correctionReason, retracted } = input;
  return inCase<{ id: string }, CranialMeasurementReason>(
    { actor, caseId, now, action: 'measurement.record', write: writeKey(id, { caseId, input }) },
    async ({ db, header, facts }) => {
      const takenAt = resolvePast(facts.zone, input.takenAt, 'takenAt', now);
      if (!takenAt.ok) return takenAt;
      const said = { id, kind, takenAt: takenAt.value, value, uncertainty, finding, method, note };
      const measurement: CranialMeasurement = { ...said, recordedAt: now };
      const written = correctsId === null ? [] : await listCranialRows(db, caseId);
      const replaced = new Set(written.map((row) => row.correctsId));
      const standing = written.filter((row) => !row.retracted && !replaced.has(row.id));
      const corrected = withFact<CranialMeasurement>(standing, measurement, input);
      if (!corrected.ok) return refused(corrected.reason);
      const recording = { caseId, recordedBy: actor.personId, correctsId, retracted };
      return ok({
        value: { id },
        change: {
          statements: [insertCranialMeasurement(recording, correctionReason, measurement)],
          after: { header, facts },
          event: correctsId === null ? 'measurement.recorded' : 'measurement.corrected',
          detail: { ...said, correctsId, retracted, correctionReason },
        },
      });
    },
  );
}
