import { hashPassword } from '#lib/auth/password.ts';
import { newToken } from '#lib/auth/token.ts';
import type { Actor, Role } from '#lib/domain/access/actor.ts';
import { FIRST_DEFAULTS } from '#lib/domain/protocol/clinic-defaults.ts';
import type { Instant } from '#lib/domain/units.ts';
import { addPerson } from '#lib/operations/add-person.ts';
import { createFirstAdministrator } from '#lib/operations/create-first-administrator.ts';
import { setPassword } from '#lib/operations/set-password.ts';

/** The password of everybody whom `staffClinic` and `addColleague` make. */
export const staffPassword = 'four words of test';
const passwordHash = hashPassword(staffPassword);

export type Staff = Record<Role, Actor> & { clinicId: string; emailOf: (role: Role) => string };

/** Adds a person with a password to the administrator's clinic, at `now`. */
export async function addColleague(
  administrator: Actor,
  { email, roles }: { email: string; roles: readonly Role[] },
  now: Instant,
): Promise<Actor> {
  const { tokenHash } = newToken();
  const input = { email, name: `${roles.join(' and ')} ${email}`, roles, linkTokenHash: tokenHash };
  const added = await addPerson({ actor: administrator, input, now });
  if (!added.ok) throw new Error(added.reason.kind);
  if (added.value.isNew) {
    await setPassword({ input: { linkTokenHash: tokenHash, passwordHash: await passwordHash }, now });
  }
  return { personId: added.value.personId, clinicId: administrator.clinicId, roles };
}

/** A clinic with one person in each role, made through the operations at `now`. */
export async function staffClinic(slug: string, now: Instant): Promise<Staff> {
  const clinic = {
    slug,
    name: `Clinic ${slug}`,
    zone: 'Europe/Zurich',
    phone: null,
    defaults: FIRST_DEFAULTS,
  };
  const emailOf = (role: Role) => `${role}@${slug}.example`;
  const made = await createFirstAdministrator({
    input: { clinic, email: emailOf('administrator'), name: 'Ada Head', passwordHash: await passwordHash },
    now,
  });
  if (!made.ok) throw new Error(made.reason.kind);
  const administrator: Actor = { ...made.value, roles: ['administrator'] };
  const add = (role: Role) => addColleague(administrator, { email: emailOf(role), roles: [role] }, now);
  return {
    clinicId: made.value.clinicId,
    administrator,
    surgeon: await add('surgeon'),
    nurse: await add('nurse'),
    scheduler: await add('scheduler'),
    emailOf,
  };
}
