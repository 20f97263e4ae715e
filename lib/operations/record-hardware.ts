import 'server-only';
import { writeKey } from '#lib/data/audit.ts';
import { insertHardwareEntry } from '#lib/data/hardware.ts';
import type { Actor, AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { RecordHardwareInput } from '#lib/schemas/removal.ts';
import { type CaseReason, inCase } from './in-case.ts';

export type HardwareReason = CaseReason | { kind: 'device-unknown'; field: 'deviceId' };

/** Records what of a device stays in: for the hardware sheet of the theatre. Of its arm the device itself tells. */
export function recordHardware(request: {
  actor: Actor;
  caseId: AuthorizedCaseId;
  input: RecordHardwareInput;
  now: Instant;
}): Promise<Result<{ id: string }, HardwareReason>> {
  const { actor, caseId, input, now } = request;
  const { id, ...entry } = input;
  return inCase<{ id: string }, HardwareReason>(
    { actor, caseId, now, action: 'check.record', write: writeKey(id, { caseId, input }) },
    ({ header, facts }) => {
      if (!facts.devices.some((device) => device.id === entry.deviceId))
        return refused({ kind: 'device-unknown', field: 'deviceId' });
      const of = { id, caseId, recordedBy: actor.personId, recordedAt: now };
      return ok({
        value: { id },
        change: {
          statements: [insertHardwareEntry(of, entry)],
          after: { header, facts },
          event: 'hardware.recorded',
          detail: { ...input },
        },
      });
    },
  );
}
