import 'server-only';
import { findRoomVersion } from '#lib/data/theatre-things.ts';
import { putRoom } from '#lib/data/theatre-writes.ts';
import type { Actor } from '#lib/domain/access/actor.ts';
import { ok, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { SaveRoomInput } from '#lib/schemas/theatre.ts';
import { inTheatrePlan } from './in-theatre-plan.ts';

/** Adds a room or changes one. A retired room takes no more bookings; those that it has stay where they are. */
export function saveRoom({ actor, input, now }: { actor: Actor; input: SaveRoomInput; now: Instant }) {
  return inTheatrePlan<{ id: string }>({ actor, now }, async ({ db }) => {
    const version = await findRoomVersion(db, actor.clinicId, input.id);
    if (version === null && input.version > 0) return refused({ kind: 'not-found' });
    if (version !== null && version !== input.version) return refused({ kind: 'stale' });
    const { retired, ...fields } = input;
    const room = { ...fields, version: input.version + 1, retiredAt: retired ? now : null };
    return ok({
      value: { id: input.id },
      statements: [putRoom(actor.clinicId, room, now)],
      detail: { what: 'room', ...room },
    });
  });
}
