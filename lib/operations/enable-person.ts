import 'server-only';
import { setDisabled } from '#lib/data/people.ts';
import type { PeopleRefusal } from '#lib/domain/access/clinic-people.ts';
import type { Result } from '#lib/domain/result.ts';
import { type AccountRequest, inAccount } from './in-account.ts';

/** Lets a disabled person sign in again, with the password he had. Repeating it changes nothing. */
export function enablePerson(request: AccountRequest): Promise<Result<null, PeopleRefusal>> {
  return inAccount(request, 'person.enabled', ({ id, disabledAt }) =>
    disabledAt === null ? null : [setDisabled(id, null)],
  );
}
