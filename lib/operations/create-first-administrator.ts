import 'server-only';
import { insertAccountEvent } from '#lib/data/account-events.ts';
import { insertClinic } from '#lib/data/clinics.ts';
import { newId } from '#lib/data/new-id.ts';
import { findAccount, insertPerson, replaceRoles } from '#lib/data/people.ts';
import { inTransaction } from '#lib/data/transaction.ts';
import type { ClinicDefaults } from '#lib/domain/protocol/clinic-defaults.ts';
import { ok, type Result, refused } from '#lib/domain/result.ts';
import type { Instant } from '#lib/domain/units.ts';

export type NewClinic = {
  slug: string;
  name: string;
  /** IANA name. */
  zone: string;
  phone: string | null;
  defaults: ClinicDefaults;
};

/** Why it was refused: something of that name is there already. Nothing was written. */
export type CreateAdministratorReason =
  | { kind: 'clinic-exists'; field: 'clinic' }
  | { kind: 'email-taken'; field: 'email' };

/**
 * Creates a clinic with its first administrator. There is no actor: it is for the command line of the machine,
 * and nothing that is reached over the network calls it. `email` is in lower case.
 */
export async function createFirstAdministrator({
  input,
  now,
}: {
  input: { clinic: NewClinic; email: string; name: string; passwordHash: string };
  now: Instant;
}): Promise<Result<{ clinicId: string; personId: string }, CreateAdministratorReason>> {
  const clinicId = newId();
  const personId = newId();
  return inTransaction<{ clinicId: string; personId: string }, CreateAdministratorReason>(async (tx) => {
    if (await findAccount(input.email, tx)) return refused({ kind: 'email-taken', field: 'email' });
    const created = await tx.query(insertClinic({ id: clinicId, ...input.clinic }, now));
    if (created.rowCount === 0) return refused({ kind: 'clinic-exists', field: 'clinic' });
    const { email, name, passwordHash } = input;
    await tx.commit([
      insertPerson({ id: personId, email, name, passwordHash }, now),
      ...replaceRoles(personId, clinicId, ['administrator'], now),
      insertAccountEvent({
        event: 'clinic.created',
        at: now,
        clinicId,
        actorId: null,
        detail: { personId, roles: ['administrator'] },
      }),
    ]);
    return ok({ clinicId, personId });
  });
}
