import 'server-only';
import { insertLeave } from '#lib/data/theatre-writes.ts';
import type { Actor } from '#lib/domain/access/actor.ts';
import { ok, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { AddLeaveInput } from '#lib/schemas/theatre.ts';
import { inTheatrePlan } from './in-theatre-plan.ts';

/** Records days on which a surgeon or an anaesthetist is away. What is booked on them stays, and is shown to drift. */
export function addLeave({ actor, input, now }: { actor: Actor; input: AddLeaveInput; now: Instant }) {
  return inTheatrePlan<{ id: string }>({ actor, now }, ({ people }) => {
    const { whoId, ...leave } = input;
    const whose = people.surgeons.some(({ id }) => id === whoId)
      ? { personId: whoId }
      : people.anaesthetists.some(({ id }) => id === whoId)
        ? { anaesthetistId: whoId }
        : null;
    if (whose === null) return refused({ kind: 'not-found' });
    return ok({
      value: { id: input.id },
      statements: [insertLeave(actor.clinicId, { ...leave, whose }, now)],
      detail: { what: 'leave', ...input },
    });
  });
}
