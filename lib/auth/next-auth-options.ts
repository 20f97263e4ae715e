import 'server-only';
import { randomBytes } from 'node:crypto';
import type { NextAuthOptions } from 'next-auth';
import { decode, encode } from 'next-auth/jwt';
import Credentials from 'next-auth/providers/credentials';
import { now } from '#lib/clock.ts';
import { revokeSession } from '#lib/data/sessions.ts';
import { HOUR_MS } from '#lib/domain/units.ts';
import { environment } from '#lib/env.ts';
import { log } from '#lib/log.ts';
import { checkCredentials, type SignInRefusal } from './check-credentials.ts';
import { clientAddress } from './client-address.ts';
import { readSession } from './current-session.ts';
import { admitFromHospital, hospitalProvider } from './hospital-sign-in.ts';
import { openSession } from './open-session.ts';
import { parseCredentials } from './parse-credentials.ts';
import { safeNext } from './safe-next.ts';
import { awaitSecondStep, needsSecondStep } from './second-step.ts';
import { cookieName, cookieOptions } from './session-cookie.ts';
import { hashOfToken } from './token.ts';

/** A refusal as the one word that next-auth can carry. */
function toErrorCode(refusal: SignInRefusal): string {
  return refusal.kind === 'too-many-tries' ? `too-many-tries.${refusal.retryAt}` : refusal.kind;
}

const credentials = Credentials({
  credentials: { email: {}, password: {} },
  async authorize(given, request) {
    const parsed = parseCredentials(given);
    if (!parsed) throw new Error('wrong');
    const address = clientAddress(new Headers(request.headers as Record<string, string>));
    const checked = await checkCredentials({ ...parsed, address }, now());
    if (!checked.ok) throw new Error(toErrorCode(checked.reason));
    const known = checked.value;
    if (await needsSecondStep(known.personId)) {
      throw new Error((await awaitSecondStep(known)) ? 'code-needed' : 'wrong');
    }
    const token = await openSession(known);
    if (token === null) throw new Error('wrong');
    return { id: token };
  },
});

function createOptions(): NextAuthOptions {
  const options = cookieOptions();
  const hospital = hospitalProvider();
  const maxAge = (environment().TURNWISE_SESSION_HOURS * HOUR_MS) / 1_000;
  return {
    // Only the form token depends on it; sessions are random and looked up, so a restart signs nobody out.
    secret: environment().TURNWISE_SECRET ?? randomBytes(32).toString('base64url'),
    providers: hospital ? [credentials, hospital] : [credentials],
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    session: { strategy: 'jwt', maxAge },
    // The session cookie holds no claims: an opaque token, whose session row is looked up whenever it is read.
    // What next-auth remembers on the way to the hospital and back has a salt, and is sealed as next-auth does it.
    jwt: {
      maxAge,
      encode: async (given) => (given.salt ? encode(given) : String(given.token?.opaque)),
      decode: async (given) => {
        if (given.salt) return decode(given);
        const { token } = given;
        const { signedIn } = await readSession(hashOfToken(token), now());
        return signedIn && { opaque: token, name: signedIn.person.name, email: signedIn.person.email };
      },
    },
    // What next-auth calls the id of who signed in is the token of the session that was opened for him.
    callbacks: {
      signIn: async ({ user, account, profile }) =>
        account?.type === 'oauth' ? admitFromHospital(user, profile) : true,
      jwt: async ({ token, user }) => (user ? { opaque: user.id } : token),
      redirect: ({ url }) => safeNext(url),
    },
    events: {
      signOut: async ({ token }) => {
        const tokenHash = hashOfToken(token?.opaque as string | undefined);
        if (tokenHash) await revokeSession(tokenHash, now());
      },
    },
    cookies: {
      sessionToken: { name: cookieName('session'), options },
      csrfToken: { name: cookieName('csrf'), options },
      callbackUrl: { name: cookieName('return-to'), options },
    },
    logger: {
      // Expected refusals pass here too, with what was typed in their messages: the code is all that is kept.
      error: (code) => log().warn('next-auth refused a request.', { operation: code }),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

let options: NextAuthOptions | undefined;

/** How next-auth runs here. */
export function nextAuthOptions(): NextAuthOptions {
  nextAuthAddress();
  options ??= createOptions();
  return options;
}

/** The address next-auth takes for its own. It reads it from the environment and from nowhere else. */
export function nextAuthAddress(): string {
  const { TURNWISE_URL, TURNWISE_PORT } = environment();
  process.env.NEXTAUTH_URL ??= TURNWISE_URL ?? `http://localhost:${TURNWISE_PORT}`;
  return process.env.NEXTAUTH_URL;
}
