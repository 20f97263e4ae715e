import 'server-only';
import { insertAccountEvent } from '#lib/data/account-events.ts';
import { voidLinksOf } from '#lib/data/passwords.ts';
import { listClinicPeople, lockClinicPeople, revokeSessionsOf, setDisabled } from '#lib/data/people.ts';
import { inTransaction } from '#lib/data/transaction.ts';
import type { Actor } from '#lib/domain/access/actor.ts';
import { type PeopleRefusal, refuseAccountChange } from '#lib/domain/access/clinic-people.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';

/** Locks a person out: his sessions end at once and his password links no longer work. Repeating it changes nothing. */
export async function disablePerson({
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
    if (people.find(({ id }) => id === personId)?.disabledAt !== null) return ok(null);
    await tx.commit([
      setDisabled(personId, now),
      revokeSessionsOf(personId, now),
      voidLinksOf(personId, now),
      insertAccountEvent({
        event: 'person.disabled',
        at: now,
        clinicId,
        actorId: actor.personId,
        detail: { personId },
      }),
    ]);
    return ok(null);
  });
}
