import 'server-only';
import { writeKey } from '#lib/data/audit.ts';
import { insertMeasurement } from '#lib/data/courses.ts';
import type { Actor, AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import type { Measurement } from '#lib/domain/measurement/measurement.ts';
import { outOfPlace } from '#lib/domain/measurement/out-of-place.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { MeasurementInput } from '#lib/schemas/measurement.ts';
import { type CorrectionReason, withFact } from './correct-fact.ts';
import { type CaseReason, inCase } from './in-case.ts';
import { type MomentRefusal, resolvePast } from './resolve-moment.ts';

export type MeasurementReason =
  | CaseReason
  | CorrectionReason
  | MomentRefusal<'takenAt'>
  | { kind: 'device-unknown'; field: 'deviceId' }
  /** Taken on a day on which the device was not in the child. */
  | { kind: 'before-placement' | 'after-removal'; field: 'takenAt' };

/** Records a measurement, or the correction of one. */
export function recordMeasurement(request: {
  actor: Actor;
  caseId: AuthorizedCaseId;
  input: MeasurementInput;
  now: Instant;
}): Promise<Result<{ id: string }, MeasurementReason>> {
  const { actor, caseId, input, now } = request;
  const { id, correctsId, correctionReason, retracted } = input;
  return inCase<{ id: string }, MeasurementReason>(
    { actor, caseId, now, action: 'measurement.record', write: writeKey(id, { caseId, input }) },
    ({ header, facts }) => {
      const { kind, deviceId, valueUm, uncertaintyUm, method, note } = input;
      const takenAt = resolvePast(facts.zone, input.takenAt, 'takenAt', now);
      if (!takenAt.ok) return takenAt;
      const device = facts.devices.find((one) => one.id === deviceId);
      if (deviceId !== null && !device) return refused({ kind: 'device-unknown', field: 'deviceId' });
      const misplaced = device ? outOfPlace(facts.zone, device, takenAt.value) : null;
      if (misplaced !== null) return refused({ kind: misplaced, field: 'takenAt' });
      const measurement: Measurement = {
        id,
        kind,
        deviceId,
        takenAt: takenAt.value,
        valueUm,
        uncertaintyUm,
        method,
        note,
        recordedAt: now,
      };
      const measurements = withFact(facts.measurements, measurement, input);
      if (!measurements.ok) return measurements;
      const recording = { caseId, recordedBy: actor.personId, correctsId, retracted };
      return ok({
        value: { id },
        change: {
          statements: [insertMeasurement(recording, measurement, correctionReason)],
          after: { header, facts: { ...facts, measurements: measurements.value } },
          event: correctsId === null ? 'measurement.recorded' : 'measurement.corrected',
          detail: { id, kind, deviceId, takenAt: measurement.takenAt, valueUm, correctsId, retracted },
        },
      });
    },
  );
}
