import 'server-only';
import { writeKey } from '#lib/data/audit.ts';
import { keepImage } from '#lib/data/photograph-store.ts';
import { insertPhotograph } from '#lib/data/photographs.ts';
import type { Actor, AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import { can } from '#lib/domain/access/can.ts';
import { dayOf } from '#lib/domain/case-day.ts';
import type { PhotographImage } from '#lib/domain/photograph/photograph.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { PhotographInput } from '#lib/schemas/photograph.ts';
import { type CaseReason, inCase } from './in-case.ts';

export type PhotographReason =
  | CaseReason
  /** The store did not confirm that it has the picture. */
  | { kind: 'store-away' }
  | { kind: 'device-unknown'; field: 'deviceId' }
  | { kind: 'complication-unknown'; field: 'complicationId' }
  | { kind: 'in-the-future'; field: 'takenDay' }
  /** Taken on a day on which the device was not yet in the child. */
  | { kind: 'before-placement'; field: 'takenDay' };

/**
 * Puts a photograph on record. `fileDigest` is that of the file that was sent, so that the same upload, sent again,
 * is the same write. A store beside the database gets the picture first: what no row names is shown to nobody.
 */
export async function recordPhotograph(request: {
  actor: Actor;
  caseId: AuthorizedCaseId;
  input: PhotographInput;
  image: PhotographImage;
  fileDigest: string;
  now: Instant;
}): Promise<Result<{ id: string }, PhotographReason>> {
  const { actor, caseId, input, image, fileDigest, now } = request;
  const { id, deviceId, complicationId, takenDay, note } = input;
  const action = 'photograph.record';
  if (!can(actor, action, { clinicId: actor.clinicId })) return refused({ kind: 'not-allowed' });
  const kept = await keepImage({ caseId, photographId: id }, image);
  if (!kept) return refused({ kind: 'store-away' });
  const { statements, store, digest } = kept;
  const write = writeKey(id, { caseId, input, fileDigest });
  return inCase<{ id: string }, PhotographReason>(
    { actor, caseId, now, action, write },
    ({ header, facts }) => {
      const device = facts.devices.find((one) => one.id === deviceId);
      if (deviceId !== null && !device) return refused({ kind: 'device-unknown', field: 'deviceId' });
      if (complicationId !== null && !facts.complications.some((one) => one.id === complicationId)) {
        return refused({ kind: 'complication-unknown', field: 'complicationId' });
      }
      if (takenDay > dayOf(facts.zone, now)) return refused({ kind: 'in-the-future', field: 'takenDay' });
      if (device && takenDay < dayOf(facts.zone, device.placedAt)) {
        return refused({ kind: 'before-placement', field: 'takenDay' });
      }
      const { widthPx, heightPx } = image;
      const said = { id, caseId, deviceId, complicationId, takenDay, note, widthPx, heightPx };
      const row = { ...said, store, digest, recordedBy: actor.personId, recordedAt: now };
      return ok({
        value: { id },
        change: {
          statements: [insertPhotograph(row), ...statements],
          after: { header, facts },
          event: 'photograph.recorded',
          detail: { id, deviceId, complicationId, takenDay, digest },
        },
      });
    },
  );
}
