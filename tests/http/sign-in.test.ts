import { afterAll, beforeAll, expect, test } from 'vitest';
import { pool } from '#lib/data/pool.ts';
import { HOUR_MS, MINUTE_MS } from '#lib/domain/units.ts';
import { type Staff, staffClinic, staffPassword } from '#tests/factories/staffed-clinic.ts';
import { isWaitedFor, useDatabase } from '#tests/setup/database.ts';
import { send } from './call.ts';
import { type RunningServer, startServer } from './running-server.ts';
import { cookiesOf, destinationOf, sessionOf, stateIn, submit } from './submit.ts';
import { sessionCookie } from './two-clinics.ts';

const database = useDatabase();
let server: RunningServer;
let staff: Staff;

beforeAll(async () => {
  await database.reset();
  server = await startServer();
  staff = await staffClinic('north', Date.now() - HOUR_MS);
});
afterAll(() => server.stop());

const act = (name: string, fields: Record<string, string>, cookie?: string) =>
  submit({ origin: server.origin, cookie }, name, fields);
const signIn = (email: string, password: string, next = '/account') =>
  act('signInAction', { email, password, next });
const statusOf = async (cookie: string) =>
  (await send({ origin: server.origin, cookie }, '/api/session/keep-alive', { method: 'POST' })).status;

test('signing in sets an opaque cookie that no script reads, and goes where the person was heading', async () => {
  const response = await signIn(staff.emailOf('nurse'), staffPassword);
  expect(destinationOf(response)).toBe('/account');
  const cookie = sessionOf(response);
  expect(cookie).toMatch(/^turnwise-session=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=lax$/i);
  expect(await statusOf(cookiesOf(response))).toBe(204);
});

test.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/api/session/sign-out'])(
  'signing in never leads to %s',
  async (next) => {
    const response = await signIn(staff.emailOf('surgeon'), staffPassword, next);
    expect(destinationOf(response)).toBe('/');
  },
);

test('a wrong password and an unknown address get the same answer, without a session', async () => {
  const answers = await Promise.all(
    [staff.emailOf('scheduler'), 'nobody@north.example'].map(async (email) => {
      const response = await signIn(email, 'wrong');
      expect(sessionOf(response)).toBeUndefined();
      return stateIn(await response.text()).replace(email, '');
    }),
  );
  expect(answers[0]).toBe(answers[1]);
  expect(answers[0]).toContain('do not belong together');
  expect(answers[0]).not.toContain('wrong');
});

test('there is no way in or out but by our own pages', async () => {
  const caller = { origin: server.origin, cookie: await sessionCookie(staff, 'nurse') };
  for (const path of ['callback/credentials', 'signin/oidc', 'signout', 'session', '_log', 'callback/oidc']) {
    const body = new URLSearchParams({ email: staff.emailOf('nurse'), password: staffPassword });
    const posted = await send(caller, `/api/auth/${path}`, { method: 'POST', body });
    expect([path, posted.status, posted.headers.getSetCookie()]).toEqual([path, 405, []]);
  }
  for (const path of ['csrf', 'session', 'providers', 'signout', 'verify-request', 'callback/credentials']) {
    const asked = await send(caller, `/api/auth/${path}`, {});
    expect([path, asked.status, asked.headers.getSetCookie()]).toEqual([path, 404, []]);
  }
});

test('an account tried too often says when to come back', async () => {
  const email = 'guessed@north.example';
  for (let n = 0; n < 10; n += 1) await signIn(email, 'wrong');
  expect(await (await signIn(email, 'wrong')).text()).toContain('Try again in 15 minutes');
});

test('a cookie replayed after signing out is refused, and the page asks to sign in', async () => {
  const cookie = cookiesOf(await signIn(staff.emailOf('nurse'), staffPassword));
  const out = await send({ origin: server.origin, cookie }, '/api/session/sign-out', { method: 'POST' });
  expect([out.status, out.headers.get('location'), out.headers.get('clear-site-data')]).toEqual([
    303,
    '/sign-in?signedOut',
    '"cache"',
  ]);
  expect(sessionOf(out)).toContain('Expires=Thu, 01 Jan 1970');
  expect(await statusOf(cookie)).toBe(401);
  const page = await send({ origin: server.origin, cookie }, '/account?a=1', {});
  expect([page.status, page.headers.get('location')]).toEqual([307, '/sign-in?next=%2Faccount%3Fa%3D1']);
});

test('a cookie replayed after a new password is refused; this browser goes on with a new session', async () => {
  const email = staff.emailOf('surgeon');
  const other = cookiesOf(await signIn(email, staffPassword));
  const mine = cookiesOf(await signIn(email, staffPassword));
  const fields = {
    currentPassword: staffPassword,
    password: 'quite another one',
    repeatedPassword: 'quite another one',
  };
  const wrong = await act('changePasswordAction', { ...fields, currentPassword: 'wrong' }, mine);
  expect(await wrong.text()).toContain('This is not your present password.');
  expect(await statusOf(mine)).toBe(204);
  const changed = await act('changePasswordAction', fields, mine);
  expect(changed.status).toBe(200);
  expect([await statusOf(other), await statusOf(mine), await statusOf(cookiesOf(changed))]).toEqual([
    401, 401, 204,
  ]);
  expect(sessionOf(await signIn(email, staffPassword))).toBeUndefined();
  expect(sessionOf(await signIn(email, 'quite another one'))).toBeDefined();
});

test('a sign-in that was checked before a new password is refused like a wrong one, though it comes to its session later', async () => {
  const { personId } = staff.nurse;
  const other = await pool().connect();
  try {
    await other.query('BEGIN');
    await other.query(
      `UPDATE person SET password_changed_at = password_changed_at + interval '1 s' WHERE id = $1`,
      [personId],
    );
    const signing = signIn(staff.emailOf('nurse'), staffPassword);
    await isWaitedFor();
    await other.query('COMMIT');
    const response = await signing;
    expect(sessionOf(response)).toBeUndefined();
    expect(await response.text()).toContain('do not belong together');
  } finally {
    other.release();
  }
});

test('a cookie replayed after disabling is refused, and the sign-in page says why', async () => {
  const cookie = await sessionCookie(staff, 'scheduler');
  const admin = await sessionCookie(staff, 'administrator');
  const disabled = await act('disablePersonAction', { personId: staff.scheduler.personId }, admin);
  expect(await disabled.text()).toContain('This account is disabled');
  expect(await statusOf(cookie)).toBe(401);
  const page = await send({ origin: server.origin, cookie }, '/sign-in', {});
  expect(await page.text()).toContain('your account was disabled');
});

test('a session ends after 30 idle minutes and after 12 hours', async () => {
  expect(await statusOf(await sessionCookie(staff, 'nurse', 29 * MINUTE_MS))).toBe(204);
  expect(await statusOf(await sessionCookie(staff, 'nurse', 31 * MINUTE_MS))).toBe(401);
  const busy = await sessionCookie(staff, 'nurse', 12 * HOUR_MS + 1);
  await pool().query('UPDATE session SET last_seen_at = now()');
  expect(await statusOf(busy)).toBe(401);
});

test('a page goes on only for the person it was made for', async () => {
  const cookie = await sessionCookie(staff, 'nurse');
  const ask = async (person: string) => {
    const address = `/api/session/keep-alive?person=${person}`;
    return (await send({ origin: server.origin, cookie }, address, { method: 'POST' })).status;
  };
  expect([await ask(staff.nurse.personId), await ask(staff.surgeon.personId)]).toEqual([204, 409]);
});
