import 'server-only';
import { cookies } from 'next/headers';
import { now } from '#lib/clock.ts';
import { insertSession, revokeSession } from '#lib/data/sessions.ts';
import { HOUR_MS } from '#lib/domain/units.ts';
import { environment } from '#lib/env.ts';
import { cookieName, cookieOptions } from './session-cookie.ts';
import { hashOfToken, newToken } from './token.ts';

/** Opens a session of a person who has shown who he is. Returns its token, which is for his browser alone. */
export async function openSession(personId: string): Promise<string> {
  const { token, tokenHash } = newToken();
  const createdAt = now();
  const expiresAt = createdAt + environment().TURNWISE_SESSION_HOURS * HOUR_MS;
  await insertSession({ tokenHash, personId, createdAt, expiresAt });
  return token;
}

/** The same within an action: the session cookie is set, and the session this browser had before is over. */
export async function startSession(personId: string): Promise<void> {
  const jar = await cookies();
  const before = hashOfToken(jar.get(cookieName('session'))?.value);
  const token = await openSession(personId);
  // Counted by the browser from now on: its clock may be another than ours.
  const maxAge = (environment().TURNWISE_SESSION_HOURS * HOUR_MS) / 1_000;
  jar.set(cookieName('session'), token, { ...cookieOptions(), maxAge });
  if (before) await revokeSession(before, now());
}
