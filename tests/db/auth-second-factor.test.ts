import { generateSync } from 'otplib';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { checkCode } from '#lib/auth/check-code.ts';
import { newRecoveryCodes } from '#lib/auth/recovery-codes.ts';
import { sealSecret } from '#lib/auth/sealed-secret.ts';
import { newToken } from '#lib/auth/token.ts';
import { newSecret, stepOfCode } from '#lib/auth/totp.ts';
import { listClinicPeople } from '#lib/data/people.ts';
import { pool } from '#lib/data/pool.ts';
import { findSecondFactor } from '#lib/data/second-factor.ts';
import { findSignInStep, insertSignInStep, takeSignInStep } from '#lib/data/sign-in-steps.ts';
import { HOUR_MS, MINUTE_MS } from '#lib/domain/units.ts';
import { changePassword } from '#lib/operations/change-password.ts';
import { confirmSecondFactor } from '#lib/operations/confirm-second-factor.ts';
import { disablePerson } from '#lib/operations/disable-person.ts';
import { enablePerson } from '#lib/operations/enable-person.ts';
import { resetSecondFactor } from '#lib/operations/reset-second-factor.ts';
import { startSecondFactor } from '#lib/operations/start-second-factor.ts';
import { turnOffSecondFactor } from '#lib/operations/turn-off-second-factor.ts';
import { type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';
import { useDatabase } from '#tests/setup/database.ts';

vi.hoisted(() => vi.stubEnv('TURNWISE_SECRET', 'a secret for tests, of 32 characters or more'));

const database = useDatabase();
const now = Date.UTC(2026, 2, 1, 8);
const later = now + MINUTE_MS;
const wrong = { ok: false, reason: { kind: 'wrong' } };
const done = { ok: true, value: null };
let staff: Staff;
let personId: string;

beforeEach(async () => {
  await database.reset();
  staff = await staffClinic('north', now - HOUR_MS);
  personId = staff.nurse.personId;
});

const codeAt = (secret: string, at: number) => generateSync({ secret, epoch: at / 1_000 });
const check = (typed: string, at = later, who = personId) =>
  checkCode({ personId: who, typed, address: '192.0.2.1' }, at);

/** A second factor that was turned on at `now`, with the code of that moment. */
async function turnOn(who = personId) {
  const secret = newSecret();
  const sealedSecret = sealSecret(who, secret);
  expect(await startSecondFactor({ personId: who, input: { sealedSecret }, now })).toEqual(done);
  const step = stepOfCode(secret, codeAt(secret, now), now) ?? 0;
  const { codes, codeHashes } = newRecoveryCodes(who);
  const input = { sealedSecret, step, codeHashes };
  expect(await confirmSecondFactor({ personId: who, input, now })).toEqual(done);
  return { secret, codes, input };
}

const trail = async () =>
  (
    await pool().query<{ event: string; detail: object; clinicId: string | null }>(
      `SELECT event, detail, clinic_id AS "clinicId" FROM audit_event
       WHERE event LIKE 'second-factor.%' OR event LIKE 'recovery-code.%' ORDER BY at, id`,
    )
  ).rows;

describe('a code', () => {
  test('signs in once, however many requests race with it', async () => {
    const { secret } = await turnOn();
    const code = codeAt(secret, later);
    const answers = await Promise.all(Array.from({ length: 6 }, () => check(code)));
    expect(answers.filter(({ ok }) => ok)).toEqual([done]);
    expect(await check(code)).toEqual(wrong);
    expect(await check(codeAt(secret, later + 30_000), later + 30_000)).toEqual(done);
  });

  test('that turned the second factor on, and every earlier one, is used', async () => {
    const { secret } = await turnOn();
    expect(await check(codeAt(secret, now), now)).toEqual(wrong);
    expect(await check(codeAt(secret, now - 30_000), now)).toEqual(wrong);
  });

  test('is typed with blanks as apps show it, and belongs to one person', async () => {
    const { secret } = await turnOn();
    await turnOn(staff.surgeon.personId);
    const code = codeAt(secret, later);
    expect(await check(code, later, staff.surgeon.personId)).toEqual(wrong);
    expect(await check(` ${code.slice(0, 3)} ${code.slice(3)} `)).toEqual(done);
  });

  test('has ten tries, then the right one waits too, and other accounts do not', async () => {
    const { secret } = await turnOn();
    const other = await turnOn(staff.surgeon.personId);
    const answers = await Promise.all(Array.from({ length: 12 }, () => check('000000')));
    expect(answers.filter((answer) => !answer.ok && answer.reason.kind === 'wrong')).toHaveLength(10);
    expect(await check(codeAt(secret, later))).toMatchObject({ reason: { kind: 'too-many-tries' } });
    expect(await check(codeAt(other.secret, later), later, staff.surgeon.personId)).toEqual(done);
  });

  test('counts for nothing before the second factor is on, or once its secret cannot be read', async () => {
    const secret = newSecret();
    const sealedSecret = sealSecret(personId, secret);
    await startSecondFactor({ personId, input: { sealedSecret }, now });
    expect(await check(codeAt(secret, later))).toEqual(wrong);
    const { secret: mine } = await turnOn();
    await pool().query('UPDATE second_factor SET sealed_secret = $1', [sealSecret('somebody else', mine)]);
    expect(await check(codeAt(mine, later))).toEqual(wrong);
  });
});

describe('a recovery code', () => {
  test('signs in once, however it is typed, and is in the trail', async () => {
    const { codes } = await turnOn();
    const [first = '', second = ''] = codes;
    expect(new Set(codes).size).toBe(10);
    const racing = await Promise.all(Array.from({ length: 4 }, () => check(first)));
    expect(racing.filter(({ ok }) => ok)).toEqual([done]);
    expect(await check(second.replaceAll('-', ' ').toUpperCase())).toEqual(done);
    expect(await check(second)).toEqual(wrong);
    expect((await findSecondFactor(personId, later))?.recoveryCodesLeft).toBe(8);
    expect((await trail()).filter(({ event }) => event === 'recovery-code.used')).toHaveLength(2);
  });

  test('is of one person', async () => {
    const { codes } = await turnOn();
    await turnOn(staff.surgeon.personId);
    expect(await check(codes[0] ?? '', later, staff.surgeon.personId)).toEqual(wrong);
  });
});

describe('changing it', () => {
  test('is in the trail; secrets, codes and tokens are nowhere in the database', async () => {
    const { secret, codes, input } = await turnOn();
    const actor = staff.administrator;
    expect(await resetSecondFactor({ actor, input: { personId }, now: later })).toEqual(done);
    expect(await resetSecondFactor({ actor, input: { personId }, now: later })).toEqual(done);
    await turnOn();
    expect(await turnOffSecondFactor({ personId, now: later })).toEqual(done);
    expect(await trail()).toEqual([
      { event: 'second-factor.on', detail: { personId }, clinicId: null },
      { event: 'second-factor.on', detail: { personId }, clinicId: null },
      { event: 'second-factor.reset', detail: { personId }, clinicId: staff.clinicId },
      { event: 'second-factor.off', detail: { personId }, clinicId: null },
    ]);
    expect(await findSecondFactor(personId, later)).toBeNull();
    await turnOn();
    const { rows } = await pool().query(
      'SELECT to_jsonb(f) AS row FROM second_factor f UNION ALL SELECT to_jsonb(c) FROM recovery_code c',
    );
    for (const told of [secret, ...codes]) expect(JSON.stringify(rows)).not.toContain(told);
    expect(input.sealedSecret).not.toContain(secret);
  });

  test('one that is on is neither replaced nor confirmed again', async () => {
    const { input } = await turnOn();
    const other = sealSecret(personId, newSecret());
    const started = await startSecondFactor({ personId, input: { sealedSecret: other }, now: later });
    expect(started).toEqual({ ok: false, reason: { kind: 'already-on' } });
    const again = await confirmSecondFactor({ personId, input, now: later });
    expect(again).toEqual({ ok: false, reason: { kind: 'overtaken' } });
  });

  test('a set-up is confirmed for the secret that was shown last, within half an hour', async () => {
    const first = sealSecret(personId, newSecret());
    const second = sealSecret(personId, newSecret());
    await startSecondFactor({ personId, input: { sealedSecret: first }, now });
    await startSecondFactor({ personId, input: { sealedSecret: second }, now });
    const input = { sealedSecret: first, step: 1, codeHashes: [] };
    expect(await confirmSecondFactor({ personId, input, now })).toMatchObject({ ok: false });
    expect((await findSecondFactor(personId, later))?.sealedSecret).toBe(second);
    expect(await findSecondFactor(personId, now + 30 * MINUTE_MS)).toBeNull();
  });

  test.each(['surgeon', 'nurse', 'scheduler'] as const)('a %s resets nobody', async (role) => {
    await turnOn(staff.surgeon.personId);
    const input = { personId: staff.surgeon.personId };
    expect(await resetSecondFactor({ actor: staff[role], input, now })).toMatchObject({
      reason: { kind: 'forbidden' },
    });
    const south = await staffClinic('south', now);
    expect(await resetSecondFactor({ actor: south.administrator, input, now })).toMatchObject({
      reason: { kind: 'not-found' },
    });
    const people = await listClinicPeople(staff.clinicId, now);
    expect(people.filter(({ hasSecondFactor }) => hasSecondFactor).map(({ id }) => id)).toEqual([
      staff.surgeon.personId,
    ]);
  });

  test('an administrator does not reset himself', async () => {
    const actor = staff.administrator;
    await turnOn(actor.personId);
    const input = { personId: actor.personId };
    expect(await resetSecondFactor({ actor, input, now })).toMatchObject({ reason: { kind: 'yourself' } });
  });
});

describe('the step between password and code', () => {
  const withPasswordOf = (passwordChangedAt: number) => ({ personId, passwordChangedAt });
  const first = now - HOUR_MS;
  const begin = async (at = now, passwordChangedAt = first) => {
    const { token, tokenHash } = newToken();
    const isBegun = await insertSignInStep(tokenHash, withPasswordOf(passwordChangedAt), at);
    return { token, tokenHash, isBegun };
  };

  test('is kept by its hash for five minutes, and taken once', async () => {
    const { token, tokenHash } = await begin();
    const { rows } = await pool().query('SELECT * FROM sign_in_step');
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(await findSignInStep(tokenHash, now + 5 * MINUTE_MS - 1)).toBe(personId);
    expect(await findSignInStep(tokenHash, now + 5 * MINUTE_MS)).toBeNull();
    expect(await takeSignInStep(tokenHash, now + 5 * MINUTE_MS)).toBeNull();
    const racing = await Promise.all(Array.from({ length: 4 }, () => takeSignInStep(tokenHash, later)));
    expect(racing.filter(Boolean)).toEqual([withPasswordOf(first)]);
    expect(await findSignInStep(newToken().tokenHash, now)).toBeNull();
  });

  test('ends when the account is disabled or gets another password', async () => {
    // Begun with the old password after the request that changes it, whose instant the new one bears.
    const { tokenHash, isBegun } = await begin(later + 1);
    expect(isBegun).toBe(true);
    await changePassword({ known: withPasswordOf(first), input: { passwordHash: 'x' }, now: later });
    expect(await findSignInStep(tokenHash, later + 1)).toBeNull();
    const second = await begin(later, later);
    await disablePerson({ actor: staff.administrator, input: { personId }, now: later });
    expect(await takeSignInStep(second.tokenHash, later)).toBeNull();
    await enablePerson({ actor: staff.administrator, input: { personId }, now: later });
    expect(await takeSignInStep(second.tokenHash, later)).toBeNull();
  });

  test('does not begin with a password that was replaced, nor for an account that was disabled, since it was typed', async () => {
    await changePassword({ known: withPasswordOf(first), input: { passwordHash: 'x' }, now });
    expect(await begin(later, first)).toMatchObject({ isBegun: false });
    expect(await begin(later, now)).toMatchObject({ isBegun: true });
    await disablePerson({ actor: staff.administrator, input: { personId }, now: later });
    expect(await begin(later, now)).toMatchObject({ isBegun: false });
  });
});
