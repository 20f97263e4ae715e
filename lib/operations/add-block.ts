import 'server-only';
import { insertBlock } from '#lib/data/theatre-writes.ts';
import type { Actor } from '#lib/domain/access/actor.ts';
import { ok, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { AddBlockInput } from '#lib/schemas/theatre.ts';
import { inTheatrePlan } from './in-theatre-plan.ts';

/** Gives a surgeon time in a room, each week from a day on. */
export function addBlock({ actor, input, now }: { actor: Actor; input: AddBlockInput; now: Instant }) {
  return inTheatrePlan<{ id: string }>({ actor, now }, ({ schedule, people }) => {
    const isKnown =
      schedule.rooms.some(({ id }) => id === input.roomId) &&
      people.surgeons.some(({ id }) => id === input.surgeonId);
    if (!isKnown) return refused({ kind: 'not-found' });
    return ok({
      value: { id: input.id },
      statements: [insertBlock(actor.clinicId, input, now)],
      detail: { what: 'block', ...input },
    });
  });
}
