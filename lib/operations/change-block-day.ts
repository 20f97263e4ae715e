import 'server-only';
import { insertBlockException } from '#lib/data/theatre-writes.ts';
import type { Actor } from '#lib/domain/access/actor.ts';
import { ok, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { ChangeBlockDayInput } from '#lib/schemas/theatre.ts';
import { inTheatrePlan } from './in-theatre-plan.ts';

/** Makes one day of a block other than usual: other hours, or no block at all. */
export function changeBlockDay({
  actor,
  input,
  now,
}: {
  actor: Actor;
  input: ChangeBlockDayInput;
  now: Instant;
}) {
  return inTheatrePlan<{ id: string }>({ actor, now }, ({ schedule }) => {
    const { id, reason, ...change } = input;
    if (!schedule.blocks.some((block) => block.id === change.blockId)) return refused({ kind: 'not-found' });
    const of = { id, clinicId: actor.clinicId, by: actor.personId, reason };
    return ok({
      value: { id },
      statements: [insertBlockException(of, { ...change, recordedAt: now })],
      detail: { what: 'block-day', ...input },
    });
  });
}
