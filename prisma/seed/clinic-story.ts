import { hashPassword } from '#lib/auth/password.ts';
import { newToken } from '#lib/auth/token.ts';
import type { Actor } from '#lib/domain/access/actor.ts';
import { FIRST_DEFAULTS } from '#lib/domain/protocol/clinic-defaults.ts';
import type { Instant } from '#lib/domain/units.ts';
import { addPerson } from '#lib/operations/add-person.ts';
import { createFirstAdministrator } from '#lib/operations/create-first-administrator.ts';
import { setPassword } from '#lib/operations/set-password.ts';
import { accepted } from './accepted.ts';
import { demoAccounts } from './demo-accounts.ts';

/** A clinic of the demonstration with the people who write its cases. */
export type Clinic = {
  clinicId: string;
  zone: string;
  surgeons: readonly Actor[];
  nurses: readonly Actor[];
  schedulers: readonly Actor[];
};

export type ClinicStory = { slug: string; name: string; zone: string; phone: string };

/** Founds a clinic with everybody of `demoAccounts` who works there, at `now`. */
export async function foundClinic(story: ClinicStory, now: Instant): Promise<Clinic> {
  const people = demoAccounts.filter(({ clinic }) => clinic === story.name);
  const hashes = await Promise.all(people.map(({ password }) => hashPassword(password)));
  const staff = people.map((person, index) => ({ ...person, passwordHash: hashes[index] ?? '' }));
  const head = staff.find(({ role }) => role === 'administrator');
  if (!head) throw new Error(`Nobody administers ${story.name}.`);
  const { email, name, passwordHash } = head;
  const founded = accepted(
    await createFirstAdministrator({
      input: { clinic: { ...story, defaults: FIRST_DEFAULTS }, email, name, passwordHash },
      now,
    }),
    story.slug,
  );
  const administrator: Actor = { ...founded, roles: ['administrator'] };
  const actors: Actor[] = [];
  for (const person of staff) if (person !== head) actors.push(await hire(administrator, person, now));
  const inRole = (role: string) => actors.filter(({ roles }) => roles.some((one) => one === role));
  return {
    clinicId: founded.clinicId,
    zone: story.zone,
    surgeons: inRole('surgeon'),
    nurses: inRole('nurse'),
    schedulers: inRole('scheduler'),
  };
}

async function hire(
  actor: Actor,
  { email, name, role, passwordHash }: (typeof demoAccounts)[number] & { passwordHash: string },
  now: Instant,
): Promise<Actor> {
  const { tokenHash: linkTokenHash } = newToken();
  const added = await addPerson({ actor, input: { email, name, roles: [role], linkTokenHash }, now });
  const { personId } = accepted(added, email);
  accepted(await setPassword({ input: { linkTokenHash, passwordHash }, now }), email);
  return { personId, clinicId: actor.clinicId, roles: [role] };
}
