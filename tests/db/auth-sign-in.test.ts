import { beforeEach, expect, test } from 'vitest';
import { checkCredentials } from '#lib/auth/check-credentials.ts';
import { pool } from '#lib/data/pool.ts';
import { HOUR_MS, MINUTE_MS } from '#lib/domain/units.ts';
import { disablePerson } from '#lib/operations/disable-person.ts';
import { type Staff, staffClinic, staffPassword } from '#tests/factories/staffed-clinic.ts';
import { useDatabase } from '#tests/setup/database.ts';

const database = useDatabase();
let staff: Staff;

beforeEach(async () => {
  await database.reset();
  staff = await staffClinic('north', Date.now() - HOUR_MS);
});

const check = (email: string, password: string, address = '192.0.2.1') =>
  checkCredentials({ email, password, address }, Date.now());
const wrong = { ok: false, reason: { kind: 'wrong' } };
const tooMany = { ok: false, reason: { kind: 'too-many-tries', retryAt: expect.any(Number) } };

test('the right password signs in, a wrong one and an unknown address get one answer', async () => {
  const email = staff.emailOf('nurse');
  expect(await check(email, staffPassword)).toEqual({
    ok: true,
    value: { personId: staff.nurse.personId, passwordChangedAt: expect.any(Number) },
  });
  expect(await check(email, 'wrong')).toEqual(wrong);
  expect(await check('nobody@north.example', staffPassword)).toEqual(wrong);
});

test('an unknown address takes as long as a wrong password', async () => {
  const timed = async (email: string) => {
    const from = performance.now();
    await check(email, 'wrong');
    return performance.now() - from;
  };
  const known: number[] = [];
  const unknown: number[] = [];
  for (let round = 0; round < 7; round += 1) {
    known.push(await timed(staff.emailOf('nurse')));
    unknown.push(await timed('nobody@north.example'));
  }
  const median = (times: number[]) => times.sort((a, b) => a - b)[3] ?? 0;
  expect(median(unknown) / median(known)).toBeGreaterThan(0.25);
  expect(median(unknown) / median(known)).toBeLessThan(4);
});

test('an account without a password yet is not signed in by any', async () => {
  await pool().query('UPDATE person SET password_hash = NULL');
  expect(await check(staff.emailOf('nurse'), staffPassword)).toEqual(wrong);
  expect(await check(staff.emailOf('nurse'), '')).toEqual(wrong);
});

test('that an account is disabled is told only to who knows its password', async () => {
  const input = { personId: staff.nurse.personId };
  await disablePerson({ actor: staff.administrator, input, now: Date.now() });
  expect(await check(staff.emailOf('nurse'), 'wrong')).toEqual(wrong);
  expect(await check(staff.emailOf('nurse'), staffPassword)).toEqual({
    ok: false,
    reason: { kind: 'disabled' },
  });
});

test.each(['known', 'unknown'])(
  'an account (%s) has ten tries, then says when to come back',
  async (which) => {
    const email = which === 'known' ? staff.emailOf('nurse') : 'nobody@north.example';
    const answers = await Promise.all(
      Array.from({ length: 14 }, (_, n) => check(email, 'wrong', `192.0.2.${n}`)),
    );
    expect(answers.filter(({ ok }) => !ok)).toHaveLength(14);
    expect(answers.filter((answer) => !answer.ok && answer.reason.kind === 'wrong')).toHaveLength(10);
    const refused = await check(email, staffPassword, '192.0.2.99');
    expect(refused).toEqual(tooMany);
    const retryAt = refused.ok || refused.reason.kind !== 'too-many-tries' ? 0 : refused.reason.retryAt;
    expect(retryAt - Date.now()).toBeGreaterThan(14 * MINUTE_MS);
    expect(retryAt - Date.now()).toBeLessThanOrEqual(15 * MINUTE_MS);
    expect(await check(staff.emailOf('surgeon'), staffPassword)).toMatchObject({ ok: true });
  },
);

test('one address has fifty tries over all accounts', async () => {
  const tries = Array.from({ length: 52 }, (_, n) =>
    check(`guess${n}@north.example`, 'wrong', '198.51.100.7'),
  );
  const answers = await Promise.all(tries);
  expect(answers.filter((answer) => !answer.ok && answer.reason.kind === 'too-many-tries')).toHaveLength(2);
  expect(await check(staff.emailOf('nurse'), staffPassword, '198.51.100.7')).toEqual(tooMany);
  expect(await check(staff.emailOf('nurse'), staffPassword, '198.51.100.8')).toMatchObject({ ok: true });
});

test('a success clears the account and is not held against the address', async () => {
  const email = staff.emailOf('nurse');
  for (let round = 0; round < 3; round += 1) {
    for (let n = 0; n < 9; n += 1) expect(await check(email, 'wrong', `198.51.100.${n}`)).toEqual(wrong);
    expect(await check(email, staffPassword)).toMatchObject({ ok: true });
  }
  const { rows } = await pool().query<{ points: number }>(
    `SELECT points FROM rate_limit WHERE key LIKE 'sign-in-address%' AND points = 0`,
  );
  expect(rows).toHaveLength(1);
});
