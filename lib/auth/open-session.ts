import 'server-only';
import { cookies } from 'next/headers';
import { now } from '#lib/clock.ts';
import type { KnownPerson } from '#lib/data/people.ts';
import { insertSession, revokeSession } from '#lib/data/sessions.ts';
import { HOUR_MS } from '#lib/domain/units.ts';
import { environment } from '#lib/env.ts';
import { cookieName, cookieOptions } from './session-cookie.ts';
import { hashOfToken, newToken } from './token.ts';

/**
 * Opens a session of a person who has shown who he is. Returns its token, which is for his browser alone; null: the account
 * was disabled or got another password meanwhile.
 */
export async function openSession(known: KnownPerson): Promise<string | null> {
  const { token, tokenHash } = newToken();
  const createdAt = now();
  const expiresAt = createdAt + environment().TURNWISE_SESSION_HOURS * HOUR_MS;
  return (await insertSession({ ...known, tokenHash, createdAt, expiresAt })) ? token : null;
}

/**
 * The same within an action: the session cookie is set, and the session this browser had before is over. Returns whether
 * one was opened.
 */
export async function startSession(known: KnownPerson): Promise<boolean> {
  const jar = await cookies();
  const before = hashOfToken(jar.get(cookieName('session'))?.value);
  const token = await openSession(known);
  if (token === null) return false;
  // Counted by the browser from now on: its clock may be another than ours.
  const maxAge = (environment().TURNWISE_SESSION_HOURS * HOUR_MS) / 1_000;
  jar.set(cookieName('session'), token, { ...cookieOptions(), maxAge });
  if (before) await revokeSession(before, now());
  return true;
}
