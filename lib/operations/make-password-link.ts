import 'server-only';
import { insertAccountEvent } from '#lib/data/account-events.ts';
import { replaceLinks } from '#lib/data/passwords.ts';
import { listClinicPeople, lockClinicPeople } from '#lib/data/people.ts';
import { inTransaction } from '#lib/data/transaction.ts';
import type { Actor } from '#lib/domain/access/actor.ts';
import { type PeopleRefusal, refuseAccountChange } from '#lib/domain/access/clinic-people.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';

/**
 * Makes the one-time link at which a person sets a new password, in place of earlier unused ones. Until it is
 * used, the present password still works.
 */
export async function makePasswordLink({
  actor,
  input: { personId, linkTokenHash },
  now,
}: {
  actor: Actor;
  input: { personId: string; linkTokenHash: string };
  now: Instant;
}): Promise<Result<null, PeopleRefusal>> {
  const { clinicId } = actor;
  return inTransaction(async (tx) => {
    await tx.query(lockClinicPeople(clinicId));
    const refusal = refuseAccountChange(actor, await listClinicPeople(clinicId, now, tx), personId);
    if (refusal) return refused(refusal);
    await tx.commit([
      ...replaceLinks({ tokenHash: linkTokenHash, personId, madeById: actor.personId }, now),
      insertAccountEvent({
        event: 'password-link.made',
        at: now,
        clinicId,
        actorId: actor.personId,
        detail: { personId },
      }),
    ]);
    return ok(null);
  });
}
