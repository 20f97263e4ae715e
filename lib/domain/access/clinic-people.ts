import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';
import type { Actor, Role } from './actor.ts';
import { can } from './can.ts';

/** A person with a role in a clinic, as its administrators see him. */
export type ClinicPerson = {
  id: string;
  name: string;
  email: string;
  /** In this clinic. */
  roles: Role[];
  disabledAt: Instant | null;
  hasPassword: boolean;
  hasSecondFactor: boolean;
  /** Until when an unused password link works; null: there is none. */
  linkExpiresAt: Instant | null;
  lastSeenAt: Instant | null;
  /** Has a role in another clinic too: then no single clinic's administrator may lock him out or reset him. */
  worksElsewhere: boolean;
};

/** Why an administrator's change to a person is refused. */
export type PeopleRefusal =
  | { kind: 'forbidden' }
  | { kind: 'not-found' }
  | { kind: 'yourself' }
  | { kind: 'works-elsewhere' }
  | { kind: 'last-administrator' };

/** The roles the actor has in his clinic at this moment, whatever he had when he signed in. */
function present(actor: Actor, people: readonly ClinicPerson[]): Actor {
  const himself = people.find(({ id }) => id === actor.personId);
  return { ...actor, roles: himself?.disabledAt === null ? himself.roles : [] };
}

/** Whether the actor may, at this moment, manage the people of his clinic. */
export function managesPeople(actor: Actor, people: readonly ClinicPerson[]): boolean {
  return can(present(actor, people), 'people.manage', { clinicId: actor.clinicId });
}

/** Whether somebody who is enabled would still be administrator if this person no longer were. */
export function hasAnotherAdministrator(people: readonly ClinicPerson[], personId: string): boolean {
  return people.some(
    (person) =>
      person.id !== personId && person.disabledAt === null && person.roles.includes('administrator'),
  );
}

/** The person whom the actor may lock out or reset: somebody else, of his clinic and of no other. */
export function accountToChange(
  actor: Actor,
  people: readonly ClinicPerson[],
  personId: string,
): Result<ClinicPerson, PeopleRefusal> {
  if (!managesPeople(actor, people)) return refused({ kind: 'forbidden' });
  const person = people.find(({ id }) => id === personId);
  if (!person) return refused({ kind: 'not-found' });
  if (personId === actor.personId) return refused({ kind: 'yourself' });
  return person.worksElsewhere ? refused({ kind: 'works-elsewhere' }) : ok(person);
}
