import 'server-only';
import { cookies } from 'next/headers';
import type { Profile, User } from 'next-auth';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { now } from '#lib/clock.ts';
import { findAccount } from '#lib/data/people.ts';
import { revokeSession } from '#lib/data/sessions.ts';
import { environment } from '#lib/env.ts';
import { openSession } from './open-session.ts';
import { cookieName } from './session-cookie.ts';
import { hashOfToken } from './token.ts';

/** The name of the hospital's OpenID Connect among next-auth's ways to sign in. */
export const HOSPITAL = 'oidc';

type Claims = Profile & { email_verified?: boolean };

/** Whose OpenID Connect signs people in beside the password, by name; null: none is set. */
export function hospitalName(): string | null {
  return environment().TURNWISE_OIDC_NAME ?? null;
}

/** The hospital's OpenID Connect as next-auth takes it, or null where none is set. */
export function hospitalProvider(): OAuthConfig<Claims> | null {
  const env = environment();
  const { TURNWISE_OIDC_CLIENT_ID: clientId, TURNWISE_OIDC_CLIENT_SECRET: clientSecret } = env;
  if (!env.TURNWISE_OIDC_ISSUER || !clientId || !clientSecret || !env.TURNWISE_OIDC_NAME) return null;
  return {
    id: HOSPITAL,
    name: env.TURNWISE_OIDC_NAME,
    type: 'oauth',
    wellKnown: `${env.TURNWISE_OIDC_ISSUER}/.well-known/openid-configuration`,
    authorization: { params: { scope: 'openid email' } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    clientId,
    clientSecret,
    profile: ({ sub = '' }) => ({ id: sub }),
  };
}

/**
 * Lets in whom the hospital vouches for, when a person with that e-mail address was added here and is enabled:
 * `user` is known by the session that is opened, and the session this browser had before is over. Otherwise the page that says why
 * not. The hospital asks for its own second factor; the one of the password is not asked for.
 */
export async function admitFromHospital(user: User, claims: Claims | undefined): Promise<true | string> {
  if (!claims?.email || claims.email_verified !== true) return '/sign-in?error=hospital-unverified';
  const account = await findAccount(claims.email.trim().toLowerCase());
  if (!account) return '/sign-in?error=hospital-unknown';
  if (account.isDisabled) return '/sign-in?error=hospital-disabled';
  const token = await openSession(account);
  if (token === null) return '/sign-in?error=hospital-failed';
  user.id = token;
  const before = hashOfToken((await cookies()).get(cookieName('session'))?.value);
  if (before) await revokeSession(before, now());
  return true;
}
