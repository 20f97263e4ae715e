import 'server-only';
import { insertAccountEvent } from '#lib/data/account-events.ts';
import { worksSomewhere } from '#lib/data/clinic-staff.ts';
import { newId } from '#lib/data/new-id.ts';
import { replaceLinks, voidLinksOf } from '#lib/data/passwords.ts';
import {
  findAccount,
  insertPerson,
  listClinicPeople,
  lockClinicPeople,
  replaceRoles,
} from '#lib/data/people.ts';
import { inTransaction } from '#lib/data/transaction.ts';
import type { Actor, Role } from '#lib/domain/access/actor.ts';
import { managesPeople } from '#lib/domain/access/clinic-people.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';

export type AddPersonInput = {
  /** In lower case. */
  email: string;
  name: string;
  roles: readonly Role[];
  /** Hash of the token of the link at which a new person sets a password. */
  linkTokenHash: string;
};

export type AddPersonReason =
  | { kind: 'forbidden' }
  | { kind: 'already-here'; field: 'email' }
  /** Another clinic made the account and holds the link to its password: whoever sets that would work here too. */
  | { kind: 'without-password'; field: 'email' };

/**
 * Gives a person roles in the actor's clinic. Somebody new gets an account without a password and a link to set
 * one; somebody with an account (of another clinic of this installation) keeps name and password: `isNew` false.
 */
export async function addPerson({
  actor,
  input,
  now,
}: {
  actor: Actor;
  input: AddPersonInput;
  now: Instant;
}): Promise<Result<{ personId: string; isNew: boolean }, AddPersonReason>> {
  const { clinicId } = actor;
  const { email, name, roles, linkTokenHash } = input;
  return inTransaction<{ personId: string; isNew: boolean }, AddPersonReason>(async (tx) => {
    await tx.query(lockClinicPeople(clinicId));
    const people = await listClinicPeople(clinicId, now, tx);
    if (!managesPeople(actor, people)) return refused({ kind: 'forbidden' });
    if (people.some((person) => person.email === email)) {
      return refused({ kind: 'already-here', field: 'email' });
    }
    const account = await findAccount(email, tx);
    if (account?.passwordHash === null && (await worksSomewhere(tx, account.personId)))
      return refused({ kind: 'without-password', field: 'email' });
    const personId = account?.personId ?? newId();
    const link = { tokenHash: linkTokenHash, personId, madeById: actor.personId };
    await tx.commit([
      ...(account ? [] : [insertPerson({ id: personId, email, name, passwordHash: null }, now)]),
      // A link that another clinic made for the account would now open this one as well.
      ...(account ? [voidLinksOf(personId, now)] : replaceLinks(link, now)),
      ...replaceRoles(personId, clinicId, roles, now),
      insertAccountEvent({
        event: 'person.added',
        at: now,
        clinicId,
        actorId: actor.personId,
        detail: { personId, roles },
      }),
    ]);
    return ok({ personId, isNew: !account });
  });
}
