import 'server-only';
import { headers } from 'next/headers';
import { findSecondFactor } from '#lib/data/second-factor.ts';
import type { Result } from '#lib/domain/result.ts';
import { type CodeRefusal, checkCode } from './check-code.ts';
import { clientAddress } from './client-address.ts';
import type { SignedIn } from './current-session.ts';
import { openSecret, sealSecret } from './sealed-secret.ts';
import { newSecret, otpauthUri, stepOfCode } from './totp.ts';

/** A person's own second factor as his account shows it. */
export type OwnSecondFactor =
  | { state: 'off' }
  | { state: 'being-set-up'; secret: string; uri: string }
  | { state: 'on'; recoveryCodesLeft: number };

/** The second factor of who is signed in. The secret is shown until a first code confirms it, and never again. */
export async function ownSecondFactor({ person, now }: SignedIn): Promise<OwnSecondFactor> {
  const factor = await findSecondFactor(person.id, now);
  if (!factor) return { state: 'off' };
  if (factor.confirmedAt !== null) return { state: 'on', recoveryCodesLeft: factor.recoveryCodesLeft };
  const secret = openSecret(person.id, factor.sealedSecret);
  return secret === null
    ? { state: 'off' }
    : { state: 'being-set-up', secret, uri: otpauthUri(secret, person.email) };
}

/** A new secret for this person, as it is stored. */
export function newSealedSecret(personId: string): string {
  return sealSecret(personId, newSecret());
}

/** The sealed secret that is being set up and the time step of this code of it, or null where the code is not of it. */
export async function proveSetUp(
  { person, now }: SignedIn,
  typed: string,
): Promise<{ sealedSecret: string; step: number } | null> {
  const factor = await findSecondFactor(person.id, now);
  const secret = factor && factor.confirmedAt === null ? openSecret(person.id, factor.sealedSecret) : null;
  const step = secret === null ? null : stepOfCode(secret, typed.replaceAll(/\s/g, ''), now);
  return factor && step !== null ? { sealedSecret: factor.sealedSecret, step } : null;
}

/** Spends a code of who is signed in, before something is changed that only the holder of the second factor may. */
export async function checkOwnCode(
  { person, now }: SignedIn,
  typed: string,
): Promise<Result<null, CodeRefusal>> {
  return checkCode({ personId: person.id, typed, address: clientAddress(await headers()) }, now);
}
