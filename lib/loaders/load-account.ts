import 'server-only';
import { requirePerson } from '#lib/auth/gate.ts';
import { type OwnSecondFactor, ownSecondFactor } from '#lib/auth/own-second-factor.ts';
import { rolesInWords } from '#lib/view/role-words.ts';

export type AccountPage = {
  name: string;
  email: string;
  /** Each clinic with the roles there, in words. */
  clinics: { id: string; name: string; roles: string }[];
  secondFactor: OwnSecondFactor;
};

/** What a person sees of his own account. */
export async function loadAccount(): Promise<AccountPage> {
  const signedIn = await requirePerson();
  const { person, clinics } = signedIn;
  return {
    name: person.name,
    email: person.email,
    clinics: clinics.map(({ id, name, roles }) => ({ id, name, roles: rolesInWords(roles) })),
    secondFactor: await ownSecondFactor(signedIn),
  };
}
