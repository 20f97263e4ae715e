import { generateSync } from 'otplib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pool } from '#lib/data/pool.ts';
import { HOUR_MS } from '#lib/domain/units.ts';
import { type Staff, staffClinic, staffPassword } from '#tests/factories/staffed-clinic.ts';
import { useDatabase } from '#tests/setup/database.ts';
import { send } from './call.ts';
import { type RunningServer, startServer } from './running-server.ts';
import { cookiesOf, destinationOf, sessionOf, stateIn, submit } from './submit.ts';
import { sessionCookie } from './two-clinics.ts';

const database = useDatabase();
let server: RunningServer;
let staff: Staff;
let secret: string;
let recoveryCodes: string[];

beforeAll(async () => {
  await database.reset();
  server = await startServer();
  staff = await staffClinic('north', Date.now() - HOUR_MS);
});
afterAll(() => server.stop());

const act = (name: string, fields: Record<string, string>, cookie?: string) =>
  submit({ origin: server.origin, cookie }, name, fields);
const signIn = (next = '/account') =>
  act('signInAction', { email: staff.emailOf('nurse'), password: staffPassword, next });
const enter = (code: string, cookie: string) => act('enterCodeAction', { code, next: '/account' }, cookie);
const statusOf = async (cookie: string) =>
  (await send({ origin: server.origin, cookie }, '/api/session/keep-alive', { method: 'POST' })).status;
const pageOf = async (address: string, cookie: string) =>
  (await send({ origin: server.origin, cookie }, address, {})).text();
/** The code of the half minute after this one, which is accepted too: the present one confirmed the set-up. */
const nextCode = () => generateSync({ secret, epoch: Math.floor(Date.now() / 1_000) + 30 });

test('it is set up with the password and a first code, and shows ten recovery codes once', async () => {
  const cookie = await sessionCookie(staff, 'nurse');
  const setUp = (currentPassword: string) =>
    act('changeSecondFactorAction', { step: 'set-up', currentPassword }, cookie);
  expect(stateIn(await (await setUp('wrong')).text())).toContain('This is not your present password.');
  await (await setUp(staffPassword)).text();
  const page = await pageOf('/account', cookie);
  secret = /secret=([A-Z2-7]{32})/.exec(page)?.[1] ?? '';
  expect(secret).not.toBe('');
  expect(page).toContain('QR code for your authenticator app');
  expect(sessionOf(await signIn())).toBeDefined();

  const confirm = async (code: string) =>
    stateIn(await (await act('changeSecondFactorAction', { step: 'confirm', code }, cookie)).text());
  expect(await confirm('000000')).toContain('This is not the code');
  const answer = await confirm(generateSync({ secret }));
  recoveryCodes = answer.match(/\b[a-z2-9]{4}(-[a-z2-9]{4}){3}\b/g) ?? [];
  expect(recoveryCodes).toHaveLength(10);
  const after = await pageOf('/account', cookie);
  for (const told of [secret, ...recoveryCodes]) expect(after).not.toContain(told);
});

test('the password alone opens no session', async () => {
  const response = await signIn('/account?a=1');
  expect(sessionOf(response)).toBeUndefined();
  expect(destinationOf(response)).toBe('/sign-in/code?next=%2Faccount%3Fa%3D1');
  const half = cookiesOf(response);
  expect(response.headers.getSetCookie().join('\n')).toMatch(
    /turnwise-second-step=[\w-]{43}; Path=\/; Expires=[^;]+; Max-Age=300; HttpOnly; SameSite=lax/i,
  );
  expect(await statusOf(half)).toBe(401);
  expect(await statusOf(half.replace('second-step', 'session'))).toBe(401);
  expect(await pageOf('/sign-in/code', half)).toContain('recovery codes');
});

test('without the password there is nothing to enter a code for', async () => {
  expect(await pageOf('/sign-in/code', '')).toContain('The password comes first');
  const answer = await enter(nextCode(), 'turnwise-second-step=x');
  expect(sessionOf(answer)).toBeUndefined();
  expect(await answer.text()).toContain('asked for again');
});

test('the right code opens the session, a used one does not, and the step is over', async () => {
  const half = cookiesOf(await signIn());
  const wrong = await enter('000000', half);
  expect(sessionOf(wrong)).toBeUndefined();
  expect(await wrong.text()).toContain('This code is not right');
  const code = nextCode();
  const opened = await enter(code, half);
  expect(destinationOf(opened)).toBe('/account');
  expect(sessionOf(opened)).toMatch(
    /^turnwise-session=[\w-]{43}; Path=\/; Expires=[^;]+; Max-Age=\d+; HttpOnly; SameSite=lax$/i,
  );
  expect(await statusOf(cookiesOf(opened))).toBe(204);
  expect(await (await enter(recoveryCodes[9] ?? '', half)).text()).toContain('asked for again');
  const again = await enter(code, cookiesOf(await signIn()));
  expect(sessionOf(again)).toBeUndefined();
  expect(await again.text()).toContain('This code is not right');
});

test('a recovery code opens one session', async () => {
  const code = recoveryCodes[0] ?? '';
  const opened = await enter(code, cookiesOf(await signIn()));
  expect(await statusOf(cookiesOf(opened))).toBe(204);
  expect(await pageOf('/account', cookiesOf(opened))).toContain('9 recovery codes');
  expect(sessionOf(await enter(code, cookiesOf(await signIn())))).toBeUndefined();
});

test('a new password keeps this browser signed in and the second factor on', async () => {
  const cookie = await sessionCookie(staff, 'nurse');
  const fields = {
    currentPassword: staffPassword,
    password: staffPassword,
    repeatedPassword: staffPassword,
  };
  const changed = await act('changePasswordAction', fields, cookie);
  expect([await statusOf(cookie), await statusOf(cookiesOf(changed))]).toEqual([401, 204]);
  expect(sessionOf(await signIn())).toBeUndefined();
});

test('turning it off takes the password and a code', async () => {
  const cookie = await sessionCookie(staff, 'nurse');
  const turnOff = async (currentPassword: string, code: string) =>
    stateIn(
      await (
        await act('changeSecondFactorAction', { step: 'turn-off', currentPassword, code }, cookie)
      ).text(),
    );
  expect(await turnOff('wrong', recoveryCodes[1] ?? '')).toContain('This is not your present password.');
  expect(await turnOff(staffPassword, '000000')).toContain('This code is not right');
  expect(sessionOf(await signIn())).toBeUndefined();
  expect(await turnOff(staffPassword, recoveryCodes[1] ?? '')).toContain('Your second factor is off.');
  expect(sessionOf(await signIn())).toBeDefined();
});

test('an administrator takes away one that was lost', async () => {
  const cookie = await sessionCookie(staff, 'administrator');
  const { personId } = staff.nurse;
  await pool().query(
    `INSERT INTO second_factor (person_id, sealed_secret, created_at, confirmed_at, last_step)
     VALUES ($1, 'lost', now(), now(), 1)`,
    [personId],
  );
  expect(sessionOf(await signIn())).toBeUndefined();
  expect(await pageOf(`/admin/people/${personId}`, cookie)).toContain('Take the second factor away');
  const reset = await act('resetSecondFactorAction', { personId }, cookie);
  expect(await reset.text()).toContain('The second factor is gone');
  expect(sessionOf(await signIn())).toBeDefined();
});
