import 'server-only';
import { listBusy } from '#lib/data/theatre-slots.ts';
import { hasPlanThing } from '#lib/data/theatre-things.ts';
import { removeFromPlanRow } from '#lib/data/theatre-writes.ts';
import type { Actor } from '#lib/domain/access/actor.ts';
import { ok, refused } from '#lib/domain/result.ts';
import { orphansOf } from '#lib/domain/theatre/block-load.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { RemoveFromPlanInput } from '#lib/schemas/theatre.ts';
import { inTheatrePlan } from './in-theatre-plan.ts';

/**
 * Takes a block, a leave or an anaesthetist out of the plan. Answers with the bookings that no block holds any more: they
 * stay where they are until somebody moves them.
 */
export function removeFromPlan({
  actor,
  input,
  now,
}: {
  actor: Actor;
  input: RemoveFromPlanInput;
  now: Instant;
}) {
  const { clinicId } = actor;
  return inTheatrePlan<{ orphanIds: string[] }>({ actor, now }, async ({ db, schedule }) => {
    if (!(await hasPlanThing(db, input.what, { clinicId, id: input.id })))
      return refused({ kind: 'not-found' });
    const after =
      input.what === 'block'
        ? { ...schedule, blocks: schedule.blocks.filter(({ id }) => id !== input.id) }
        : schedule;
    const busy = input.what === 'block' ? await listBusy(db, clinicId, { from: now, until: null }) : [];
    const orphanIds = orphansOf(after, busy).map(({ bookingId }) => bookingId);
    return ok({
      value: { orphanIds },
      statements: [removeFromPlanRow(input.what, { clinicId, id: input.id }, now)],
      detail: { removed: input.what, id: input.id, orphanIds },
    });
  });
}
