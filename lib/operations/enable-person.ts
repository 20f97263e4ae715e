import 'server-only';
import { insertAccountEvent } from '#lib/data/account-events.ts';
import { listClinicPeople, lockClinicPeople, setDisabled } from '#lib/data/people.ts';
import { inTransaction } from '#lib/data/transaction.ts';
import type { Actor } from '#lib/domain/access/actor.ts';
import { type PeopleRefusal, refuseAccountChange } from '#lib/domain/access/clinic-people.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';

/** Lets a disabled person sign in again, with the password he had. Repeating it changes nothing. */
export async function enablePerson({
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
    const people = await listClinicPeople(clinicId, now, tx);
    const refusal = refuseAccountChange(actor, people, personId);
    if (refusal) return refused(refusal);
    if (people.find(({ id }) => id === personId)?.disabledAt === null) return ok(null);
    await tx.commit([
      setDisabled(personId, null),
      insertAccountEvent({
        event: 'person.enabled',
        at: now,
        clinicId,
        actorId: actor.personId,
        detail: { personId },
      }),
    ]);
    return ok(null);
  });
}
