import 'server-only';
import { cookies } from 'next/headers';
import { connection } from 'next/server';
import { cache } from 'react';
import { now as clockNow } from '#lib/clock.ts';
import { type ClinicMembership, findSession, touchSession } from '#lib/data/sessions.ts';
import { activeClinic } from '#lib/domain/access/active-clinic.ts';
import type { Actor } from '#lib/domain/access/actor.ts';
import { type SessionEnd, sessionEnd } from '#lib/domain/access/session-end.ts';
import { type Instant, MINUTE_MS } from '#lib/domain/units.ts';
import { environment } from '#lib/env.ts';
import { cookieName } from './session-cookie.ts';
import { hashOfToken, type TokenHash } from './token.ts';

/** A person who is signed in, the clinic in which he works now, and what he is there. */
export type SignedIn = {
  person: { id: string; name: string; email: string };
  /** Null: nobody gave this person a role in any clinic. */
  clinic: ClinicMembership | null;
  /** Every clinic of this person, by name: more than one gets a switcher. */
  clinics: readonly ClinicMembership[];
  actor: Actor;
  tokenHash: string;
  /** How long the session lasts without a request. */
  idleMs: number;
  /** When the session ends whatever happens. */
  expiresAt: Instant;
  now: Instant;
};

export type SessionAnswer = { signedIn: SignedIn } | { signedIn: null; because: SessionEnd | null };

/**
 * The signed-in person of a session at `now`, by the hash of its token, or why there is none. That somebody asks keeps
 * the session alive, unless nobody did: a page that looks on by itself must not stand for a person who is there.
 */
export async function readSession(
  tokenHash: TokenHash | null,
  now: Instant,
  { isByItself = false }: { isByItself?: boolean } = {},
): Promise<SessionAnswer> {
  const row = tokenHash === null ? null : await findSession(tokenHash);
  if (!row || tokenHash === null) return { signedIn: null, because: null };
  const idleMs = environment().TURNWISE_IDLE_MINUTES * MINUTE_MS;
  const because = sessionEnd(row, idleMs, now);
  if (because) return { signedIn: null, because };
  if (!isByItself && now - row.lastSeenAt >= MINUTE_MS) await touchSession(tokenHash, now);
  const clinic = activeClinic(row.clinics, row.activeClinicId);
  return {
    signedIn: {
      person: { id: row.personId, name: row.personName, email: row.email },
      clinic,
      clinics: row.clinics,
      actor: { personId: row.personId, clinicId: clinic?.id ?? '', roles: clinic?.roles ?? [] },
      tokenHash,
      idleMs,
      expiresAt: row.expiresAt,
      now,
    },
  };
}

/** The hash of the token that this request brings, whether or not a session has it; null: it brings none. */
export const presentedTokenHash = cache(async (): Promise<TokenHash | null> => {
  // Who asks this asks the clock next, which nothing may that is rendered ahead of a request, with its cookies or without.
  await connection();
  return hashOfToken((await cookies()).get(cookieName('session'))?.value);
});

/** The session of a request that a page made by itself, which does not keep it alive. */
export async function sessionOfPage(): Promise<SessionAnswer> {
  return readSession(await presentedTokenHash(), clockNow(), { isByItself: true });
}

/** The session of this request, looked up once however many parts of the page ask. */
export const currentSession = cache(
  async (): Promise<SessionAnswer> => readSession(await presentedTokenHash(), clockNow()),
);
