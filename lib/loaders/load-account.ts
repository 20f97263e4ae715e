import 'server-only';
import { requirePerson } from '#lib/auth/gate.ts';
import { rolesInWords } from '#lib/view/role-words.ts';

export type AccountPage = {
  name: string;
  email: string;
  /** Each clinic with the roles there, in words. */
  clinics: { id: string; name: string; roles: string }[];
};

/** What a person sees of his own account. */
export async function loadAccount(): Promise<AccountPage> {
  const { person, clinics } = await requirePerson();
  return {
    name: person.name,
    email: person.email,
    clinics: clinics.map(({ id, name, roles }) => ({ id, name, roles: rolesInWords(roles) })),
  };
}
