import 'server-only';
import { voidLinksOf } from '#lib/data/passwords.ts';
import { revokeSessionsOf, setDisabled } from '#lib/data/people.ts';
import type { PeopleRefusal } from '#lib/domain/access/clinic-people.ts';
import type { Result } from '#lib/domain/result.ts';
import { type AccountRequest, inAccount } from './in-account.ts';

/** Locks a person out: his sessions end at once and his password links no longer work. Repeating it changes nothing. */
export function disablePerson(request: AccountRequest): Promise<Result<null, PeopleRefusal>> {
  const { now } = request;
  return inAccount(request, 'person.disabled', ({ id, disabledAt }) =>
    disabledAt === null ? [setDisabled(id, now), revokeSessionsOf(id, now), voidLinksOf(id, now)] : null,
  );
}
