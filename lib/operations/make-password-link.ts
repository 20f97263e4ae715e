import 'server-only';
import { replaceLinks } from '#lib/data/passwords.ts';
import type { PeopleRefusal } from '#lib/domain/access/clinic-people.ts';
import type { Result } from '#lib/domain/result.ts';
import { type AccountRequest, inAccount } from './in-account.ts';

/**
 * Makes the one-time link at which a person sets a new password, in place of earlier unused ones. Until it is
 * used, the present password still works.
 */
export function makePasswordLink(
  request: AccountRequest<{ linkTokenHash: string }>,
): Promise<Result<null, PeopleRefusal>> {
  const { actor, input, now } = request;
  return inAccount(request, 'password-link.made', ({ id }) =>
    replaceLinks({ tokenHash: input.linkTokenHash, personId: id, madeById: actor.personId }, now),
  );
}
