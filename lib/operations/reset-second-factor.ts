import 'server-only';
import { deleteSecondFactor } from '#lib/data/second-factor.ts';
import type { PeopleRefusal } from '#lib/domain/access/clinic-people.ts';
import type { Result } from '#lib/domain/result.ts';
import { type AccountRequest, inAccount } from './in-account.ts';

/** Takes away the second factor of somebody who lost it: his password alone signs in again. None: no change. */
export function resetSecondFactor(request: AccountRequest): Promise<Result<null, PeopleRefusal>> {
  return inAccount(request, 'second-factor.reset', ({ id, hasSecondFactor }) =>
    hasSecondFactor ? [deleteSecondFactor(id)] : null,
  );
}
