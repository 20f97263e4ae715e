import { beforeEach, expect, test } from 'vitest';
import { checkCredentials } from '#lib/auth/check-credentials.ts';
import { readSession } from '#lib/auth/current-session.ts';
import { openSession } from '#lib/auth/open-session.ts';
import { hashPassword } from '#lib/auth/password.ts';
import { hashOfToken, newToken } from '#lib/auth/token.ts';
import type { KnownPerson } from '#lib/data/people.ts';
import { pool } from '#lib/data/pool.ts';
import { HOUR_MS } from '#lib/domain/units.ts';
import { changePassword } from '#lib/operations/change-password.ts';
import { disablePerson } from '#lib/operations/disable-person.ts';
import { makePasswordLink } from '#lib/operations/make-password-link.ts';
import { setPassword } from '#lib/operations/set-password.ts';
import { passwordChangeOf } from '#tests/factories/opened-session.ts';
import { type Staff, staffClinic, staffPassword } from '#tests/factories/staffed-clinic.ts';
import { isWaitedFor, useDatabase } from '#tests/setup/database.ts';

const database = useDatabase();
const overtaken = { ok: false, reason: { kind: 'overtaken' } };
const done = { ok: true, value: null };
let staff: Staff;

beforeEach(async () => {
  await database.reset();
  staff = await staffClinic('north', Date.now() - HOUR_MS);
});

/** The nurse, known by the password of everybody. */
async function knownNurse(): Promise<KnownPerson> {
  const email = staff.emailOf('nurse');
  const checked = await checkCredentials(
    { email, password: staffPassword, address: '192.0.2.1' },
    Date.now(),
  );
  if (!checked.ok) throw new Error(checked.reason.kind);
  return checked.value;
}

const change = (known: KnownPerson, now = Date.now()) =>
  changePassword({ known, input: { passwordHash: 'another' }, now });

async function newLink() {
  const { tokenHash: linkTokenHash } = newToken();
  const input = { personId: staff.nurse.personId, linkTokenHash };
  expect(await makePasswordLink({ actor: staff.administrator, input, now: Date.now() })).toEqual(done);
  return { linkTokenHash, passwordHash: 'by the link' };
}

const sessions = async () => (await pool().query('SELECT FROM session')).rowCount;
const counts = async (token: string | null) =>
  (await readSession(hashOfToken(token ?? undefined), Date.now())).signedIn !== null;

test('who was checked before a new password opens no session after it', async () => {
  const known = await knownNurse();
  // The changing request began before the password was checked: the session would be younger than the new one.
  expect(await change(known, Date.now() - 1_000)).toEqual(done);
  expect(await openSession(known)).toBeNull();
  expect(await sessions()).toBe(0);
  expect(await change(known)).toEqual(overtaken);
});

test('nor after one that was set at a link, nor once the account is disabled, also when that is not so any more', async () => {
  const known = await knownNurse();
  const set = await setPassword({ input: await newLink(), now: Date.now() - 1_000 });
  expect(set.ok).toBe(true);
  expect(await openSession(known)).toBeNull();
  const anew = { ...known, passwordChangedAt: await passwordChangeOf(known.personId) };
  const input = { personId: known.personId };
  await disablePerson({ actor: staff.administrator, input, now: Date.now() });
  expect(await openSession(anew)).toBeNull();
  expect(await change(anew)).toEqual(overtaken);
  expect(await sessions()).toBe(0);
});

test('a session that is opened while the password is being changed waits, and is refused', async () => {
  const known = await knownNurse();
  const other = await pool().connect();
  try {
    await other.query('BEGIN');
    await other.query('UPDATE person SET password_changed_at = now() WHERE id = $1', [known.personId]);
    const opening = openSession(known);
    await isWaitedFor();
    await other.query('COMMIT');
    expect(await opening).toBeNull();
  } finally {
    other.release();
  }
});

test('of two who change the password at once one does, and the other is told that it is another', async () => {
  const known = await knownNurse();
  const answers = await Promise.all([change(known), change(known, Date.now() + 1), change(known)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers).toContainEqual(overtaken);
});

test('a link that is used while the password is being changed waits, and sets nothing', async () => {
  const { personId } = await knownNurse();
  const input = await newLink();
  const other = await pool().connect();
  try {
    await other.query('BEGIN');
    await other.query('UPDATE person SET password_changed_at = now() WHERE id = $1', [personId]);
    const setting = setPassword({ input, now: Date.now() });
    await isWaitedFor();
    await other.query('UPDATE password_link SET used_at = now() WHERE person_id = $1', [personId]);
    await other.query('COMMIT');
    expect(await setting).toEqual({ ok: false, reason: { kind: 'link-useless' } });
  } finally {
    other.release();
  }
});

test('of a flood of sign-ins with the old password none is in after the new one', async () => {
  const known = await knownNurse();
  const passwordHash = await hashPassword('quite another one');
  const signIn = async () => openSession(await knownNurse());
  const signIns = Array.from({ length: 9 }, () => signIn().catch(() => null));
  const began = Date.now();
  const changing = (async () => {
    await Promise.race(signIns);
    return changePassword({ known, input: { passwordHash }, now: began });
  })();
  const tokens = await Promise.all(signIns);
  expect(await changing).toEqual(done);
  expect(tokens.filter((token) => token !== null).length).toBeGreaterThan(0);
  expect(await Promise.all(tokens.map(counts))).toEqual(tokens.map(() => false));
});
