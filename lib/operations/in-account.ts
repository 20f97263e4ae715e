import 'server-only';
import { type AccountEvent, insertAccountEvent } from '#lib/data/account-events.ts';
import { listClinicPeople, lockClinicPeople } from '#lib/data/people.ts';
import type { Statement } from '#lib/data/statement.ts';
import { inTransaction } from '#lib/data/transaction.ts';
import type { Actor } from '#lib/domain/access/actor.ts';
import { accountToChange, type ClinicPerson, type PeopleRefusal } from '#lib/domain/access/clinic-people.ts';
import { ok, type Result } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';

export type AccountRequest<Input = unknown> = {
  actor: Actor;
  input: Input & { personId: string };
  now: Instant;
};

/**
 * The one way for an administrator to lock out, let in or reset somebody: hold the people of the clinic still, ask whether he
 * may, decide, write, note it in the trail. All of it is kept or nothing. `decide` gives null where it is so already.
 */
export async function inAccount(
  { actor, input: { personId }, now }: AccountRequest,
  event: AccountEvent['event'],
  decide: (person: ClinicPerson) => readonly Statement[] | null,
): Promise<Result<null, PeopleRefusal>> {
  const { clinicId } = actor;
  return inTransaction(async (tx) => {
    await tx.query(lockClinicPeople(clinicId));
    const account = accountToChange(actor, await listClinicPeople(clinicId, now, tx), personId);
    if (!account.ok) return account;
    const statements = decide(account.value);
    if (statements === null) return ok(null);
    await tx.commit([
      ...statements,
      insertAccountEvent({ event, at: now, clinicId, actorId: actor.personId, detail: { personId } }),
    ]);
    return ok(null);
  });
}
