import 'server-only';
import { headers } from 'next/headers';
import type { KnownPerson } from '#lib/data/people.ts';
import type { Result } from '#lib/domain/result.ts';
import { checkCredentials, type SignInRefusal } from './check-credentials.ts';
import { clientAddress } from './client-address.ts';
import type { SignedIn } from './current-session.ts';

/** Whether who sits there knows the password of the account, before something is changed that only its holder may. */
export async function checkOwnPassword(
  { person, now }: SignedIn,
  password: string,
): Promise<Result<KnownPerson, SignInRefusal>> {
  const address = clientAddress(await headers());
  return checkCredentials({ email: person.email, password, address }, now);
}
