import { afterAll, beforeAll, expect, test } from 'vitest';
import { pool } from '#lib/data/pool.ts';
import { HOUR_MS } from '#lib/domain/units.ts';
import { disablePerson } from '#lib/operations/disable-person.ts';
import { type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';
import { useDatabase } from '#tests/setup/database.ts';
import { send } from './call.ts';
import { type Claims, type Issuer, startIssuer } from './hospital-issuer.ts';
import { type RunningServer, startServer } from './running-server.ts';
import { cookiesOf, sessionOf } from './submit.ts';
import { sessionCookie } from './two-clinics.ts';

const database = useDatabase();
let issuer: Issuer;
let server: RunningServer;
let staff: Staff;

beforeAll(async () => {
  await database.reset();
  issuer = await startIssuer('turnwise');
  server = await startServer({
    TURNWISE_OIDC_ISSUER: issuer.address,
    TURNWISE_OIDC_CLIENT_ID: 'turnwise',
    TURNWISE_OIDC_CLIENT_SECRET: 'a secret of the client',
    TURNWISE_OIDC_NAME: 'North Hospital',
  });
  staff = await staffClinic('north', Date.now() - HOUR_MS);
});
afterAll(async () => {
  await server.stop();
  issuer.stop();
});

const get = (address: string, cookie?: string) => send({ origin: server.origin, cookie }, address, {});
const statusOf = async (cookie: string) =>
  (await send({ origin: server.origin, cookie }, '/api/session/keep-alive', { method: 'POST' })).status;

/** From the button to the issuer and back to us, as far as the address that the issuer names. */
async function visitIssuer(next: string, before = '') {
  const started = await get(`/api/session/hospital?next=${encodeURIComponent(next)}`, before);
  const asked = started.headers.get('location') ?? '';
  const agreed = await fetch(asked, { redirect: 'manual' });
  const back = new URL(agreed.headers.get('location') ?? '');
  return { asked: new URL(asked), back: back.pathname + back.search, cookies: cookiesOf(started) };
}

/** Signs in at the issuer, which says this; the answer to who comes back. */
async function signIn(claims: Claims, { next = '/account', isForged = false, before = '' } = {}) {
  issuer.next = { claims, isForged };
  const { back, cookies } = await visitIssuer(next, before);
  return get(back, before ? `${cookies}; ${before}` : cookies);
}

const nurse = () => ({ email: staff.emailOf('nurse').toUpperCase(), email_verified: true });

/** What the sign-in page tells at the address that an answer leads to, following our own pages. */
async function told(response: Response) {
  let at = response;
  for (let n = 0; n < 4; n += 1) {
    const location = at.headers.get('location');
    if (!location) break;
    at = await get(location.replace(server.origin, ''));
  }
  return at.text();
}

test('the sign-in page offers it, and it asks the issuer with state, nonce and PKCE', async () => {
  expect(await (await get('/sign-in')).text()).toContain('North Hospital');
  const { asked } = await visitIssuer('/account');
  expect(asked.origin).toBe(issuer.address);
  expect(Object.fromEntries(asked.searchParams)).toMatchObject({
    client_id: 'turnwise',
    scope: 'openid email',
    redirect_uri: `${server.origin}/api/auth/callback/oidc`,
    code_challenge_method: 'S256',
    state: expect.stringMatching(/.{20}/),
    nonce: expect.stringMatching(/.{20}/),
  });
});

test('whom the hospital vouches for gets a session like any other, and the one before is over', async () => {
  const before = await sessionCookie(staff, 'surgeon');
  const response = await signIn(nurse(), { next: '/account?a=1', before });
  expect(response.headers.get('location')?.replace(server.origin, '')).toBe('/account?a=1');
  const cookie = sessionOf(response);
  expect(cookie).toMatch(/^turnwise-session=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=lax$/i);
  const mine = cookie?.split(';')[0] ?? '';
  expect([await statusOf(mine), await statusOf(before)]).toEqual([204, 401]);
  expect(await (await get('/account', mine)).text()).toContain(staff.emailOf('nurse'));
});

test('it never leads to another site', async () => {
  const response = await signIn(nurse(), { next: 'https://evil.example/' });
  expect(response.headers.get('location')?.replace(server.origin, '')).toBe('/');
});

test('nobody is added, and an address that is not vouched for is nobody', async () => {
  const people = async () => (await pool().query('SELECT count(*) FROM person')).rows;
  const before = await people();
  const stranger = await signIn({ email: 'stranger@north.example', email_verified: true });
  expect(sessionOf(stranger)).toBeUndefined();
  expect(await told(stranger)).toContain('Nobody with your e-mail address was added here');
  for (const claims of [{ email: staff.emailOf('nurse') }, { ...nurse(), email_verified: false }, {}]) {
    const unverified = await signIn(claims);
    expect(sessionOf(unverified)).toBeUndefined();
    expect(await told(unverified)).toContain('did not vouch for your e-mail address');
  }
  expect(await people()).toEqual(before);
});

test.each([
  ['a forged signature', {}, true],
  ['another audience', { aud: 'another client' }, false],
  ['another issuer', { iss: 'https://evil.example' }, false],
  ['another nonce', { nonce: 'x' }, false],
  ['a token that is over', { exp: 1_000_000_000 }, false],
])('%s opens nothing, and the page says so', async (_, claims, isForged) => {
  const response = await signIn({ ...nurse(), ...claims }, { isForged });
  expect(sessionOf(response)).toBeUndefined();
  expect(await told(response)).toContain('did not succeed');
});

test('an answer of the issuer counts only in the browser that asked', async () => {
  issuer.next = { claims: nurse(), isForged: false };
  const { back } = await visitIssuer('/account');
  expect(sessionOf(await get(back))).toBeUndefined();
});

test('a disabled account stays out', async () => {
  const input = { personId: staff.nurse.personId };
  await disablePerson({ actor: staff.administrator, input, now: Date.now() });
  const response = await signIn(nurse());
  expect(sessionOf(response)).toBeUndefined();
  expect(await told(response)).toContain('This account is disabled');
});

test('an issuer that does not answer leads back to the password', async () => {
  issuer.stop();
  const response = await get('/api/session/hospital?next=%2F');
  expect(response.headers.get('location')).toBe('/sign-in?error=hospital-failed');
  expect(await told(response)).toContain('did not succeed');
});
