import 'server-only';
import { insertAccountEvent } from '#lib/data/account-events.ts';
import { listClinicPeople, lockClinicPeople, replaceRoles } from '#lib/data/people.ts';
import { inTransaction } from '#lib/data/transaction.ts';
import type { Actor, Role } from '#lib/domain/access/actor.ts';
import {
  hasAnotherAdministrator,
  managesPeople,
  type PeopleRefusal,
} from '#lib/domain/access/clinic-people.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';

export type ChangeRolesReason = PeopleRefusal | { kind: 'stale'; theirs: readonly Role[] };

const sameRoles = (one: readonly Role[], other: readonly Role[]) =>
  one.length === other.length && one.every((role) => other.includes(role));

/**
 * Makes exactly these the roles of a person in the actor's clinic; none takes him out of it. `before` are the
 * roles the administrator saw: when somebody else changed them since, the answer is what they are now.
 */
export async function changeRoles({
  actor,
  input: { personId, roles, before },
  now,
}: {
  actor: Actor;
  input: { personId: string; roles: readonly Role[]; before: readonly Role[] };
  now: Instant;
}): Promise<Result<null, ChangeRolesReason>> {
  const { clinicId } = actor;
  return inTransaction<null, ChangeRolesReason>(async (tx) => {
    await tx.query(lockClinicPeople(clinicId));
    const people = await listClinicPeople(clinicId, now, tx);
    if (!managesPeople(actor, people)) return refused({ kind: 'forbidden' });
    const person = people.find(({ id }) => id === personId);
    if (!person) return refused({ kind: 'not-found' });
    if (sameRoles(person.roles, roles)) return ok(null);
    if (!sameRoles(person.roles, before)) return refused({ kind: 'stale', theirs: person.roles });
    if (!roles.includes('administrator') && !hasAnotherAdministrator(people, personId)) {
      return refused({ kind: 'last-administrator' });
    }
    await tx.commit([
      ...replaceRoles(personId, clinicId, roles, now),
      insertAccountEvent({
        event: 'person.roles-changed',
        at: now,
        clinicId,
        actorId: actor.personId,
        detail: { personId, before: person.roles, after: roles },
      }),
    ]);
    return ok(null);
  });
}
