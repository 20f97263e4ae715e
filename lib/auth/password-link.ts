import 'server-only';
import { headers } from 'next/headers';
import { findLinkHolder, type LinkHolder } from '#lib/data/passwords.ts';
import type { Instant } from '#lib/domain/units.ts';
import { nextAuthAddress } from './next-auth-options.ts';
import { hashOfToken, newToken } from './token.ts';

/** A new one-time address for setting a password, and the hash of its token, which is what is stored. */
export async function newPasswordLink(): Promise<{ url: string; tokenHash: string }> {
  const { token, tokenHash } = newToken();
  // The gate has found the origin to be ours: it is the address under which people of this clinic open the software.
  const origin = (await headers()).get('origin') ?? nextAuthAddress();
  return { url: `${origin}/set-password/${token}`, tokenHash };
}

/** Whose link a token is of; null: it is unknown, used, too old, or of a disabled account. */
export async function findPasswordLink(
  token: unknown,
  now: Instant,
): Promise<(LinkHolder & { tokenHash: string }) | null> {
  const tokenHash = typeof token === 'string' ? hashOfToken(token) : null;
  const holder = tokenHash === null ? null : await findLinkHolder(tokenHash, now);
  return holder && tokenHash !== null ? { ...holder, tokenHash } : null;
}
