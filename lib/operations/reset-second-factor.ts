import 'server-only';
import { insertAccountEvent } from '#lib/data/account-events.ts';
import { listClinicPeople, lockClinicPeople } from '#lib/data/people.ts';
import { deleteSecondFactor } from '#lib/data/second-factor.ts';
import { inTransaction } from '#lib/data/transaction.ts';
import type { Actor } from '#lib/domain/access/actor.ts';
import { type PeopleRefusal, refuseAccountChange } from '#lib/domain/access/clinic-people.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';

/** Takes away the second factor of somebody who lost it: his password alone signs in again. None: no change. */
export async function resetSecondFactor({
  actor,
  input: { personId },
  now,
}: {
  actor: Actor;
  input: { personId: string };
  now: Instant;
}): Promise<Result<null, PeopleRefusal>> {
  const { clinicId } = actor;
  return inTransaction(async (tx) => {
    await tx.query(lockClinicPeople(clinicId));
    const refusal = refuseAccountChange(actor, await listClinicPeople(clinicId, now, tx), personId);
    if (refusal) return refused(refusal);
    const { rowCount } = await tx.query(deleteSecondFactor(personId));
    const event = insertAccountEvent({
      event: 'second-factor.reset',
      at: now,
      clinicId,
      actorId: actor.personId,
      detail: { personId },
    });
    await tx.commit(rowCount === 1 ? [event] : []);
    return ok(null);
  });
}
