import 'server-only';
import { headers } from 'next/headers';
import { nextAuthAddress } from './next-auth-options.ts';
import { newToken } from './token.ts';

/** A new address for a calendar to subscribe to, and the hash of its token, which is what is stored. */
export async function newCalendarLink(): Promise<{ url: string; tokenHash: string }> {
  const { token, tokenHash } = newToken();
  const origin = (await headers()).get('origin') ?? nextAuthAddress();
  return { url: `${origin}/api/calendar/${token}.ics`, tokenHash };
}
