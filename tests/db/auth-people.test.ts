import { beforeEach, describe, expect, test } from 'vitest';
import { newToken } from '#lib/auth/token.ts';
import { listStaff } from '#lib/data/clinic-staff.ts';
import { listClinicPeople } from '#lib/data/people.ts';
import { pool } from '#lib/data/pool.ts';
import type { Role } from '#lib/domain/access/actor.ts';
import { HOUR_MS } from '#lib/domain/units.ts';
import { addPerson } from '#lib/operations/add-person.ts';
import { changeRoles } from '#lib/operations/change-roles.ts';
import { createFirstAdministrator } from '#lib/operations/create-first-administrator.ts';
import { disablePerson } from '#lib/operations/disable-person.ts';
import { enablePerson } from '#lib/operations/enable-person.ts';
import { makePasswordLink } from '#lib/operations/make-password-link.ts';
import { setPassword } from '#lib/operations/set-password.ts';
import { addColleague, type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';
import { useDatabase } from '#tests/setup/database.ts';

const database = useDatabase();
const now = Date.UTC(2026, 2, 1, 8);
let north: Staff;
let south: Staff;

beforeEach(async () => {
  await database.reset();
  north = await staffClinic('north', now - HOUR_MS);
  south = await staffClinic('south', now - HOUR_MS);
});

const refusal = (kind: string) => ({ ok: false, reason: expect.objectContaining({ kind }) });
const done = { ok: true, value: null };
const newcomer = (email = 'zoe@north.example') => ({
  email,
  name: 'Zoe New',
  roles: ['nurse'] as readonly Role[],
  linkTokenHash: newToken().tokenHash,
});
const rowCount = async () =>
  (
    await pool().query<{ count: string }>(
      `SELECT (SELECT count(*) FROM person) + (SELECT count(*) FROM membership) + (SELECT count(*) FROM password_link)
        + (SELECT count(*) FROM audit_event) AS count`,
    )
  ).rows[0]?.count;

describe('administrators only', () => {
  test.each(['surgeon', 'nurse', 'scheduler'] as const)(
    'a %s manages nobody, and nothing is written',
    async (role) => {
      const before = await rowCount();
      const actor = north[role];
      const { personId } = north.nurse;
      const input = { personId, linkTokenHash: newToken().tokenHash };
      const roles = { personId, roles: [role], before: ['nurse'] as const };
      expect(await addPerson({ actor, input: newcomer(), now })).toEqual(refusal('forbidden'));
      expect(await changeRoles({ actor, input: roles, now })).toEqual(refusal('forbidden'));
      expect(await disablePerson({ actor, input, now })).toEqual(refusal('forbidden'));
      expect(await enablePerson({ actor, input, now })).toEqual(refusal('forbidden'));
      expect(await makePasswordLink({ actor, input, now })).toEqual(refusal('forbidden'));
      expect(await rowCount()).toBe(before);
    },
  );

  test('who lost the role meanwhile is refused, whatever the session said', async () => {
    const second = await addColleague(
      north.administrator,
      { email: 'b@north.example', roles: ['administrator'] },
      now,
    );
    const input = { personId: north.administrator.personId, roles: [], before: ['administrator'] as const };
    expect(await changeRoles({ actor: second, input, now })).toEqual(done);
    expect(await addPerson({ actor: north.administrator, input: newcomer(), now })).toEqual(
      refusal('forbidden'),
    );
  });

  test('the people of another clinic are not there', async () => {
    const before = await rowCount();
    const actor = north.administrator;
    const { personId } = south.nurse;
    const input = { personId, linkTokenHash: newToken().tokenHash };
    expect(await disablePerson({ actor, input, now })).toEqual(refusal('not-found'));
    expect(await enablePerson({ actor, input, now })).toEqual(refusal('not-found'));
    expect(await makePasswordLink({ actor, input, now })).toEqual(refusal('not-found'));
    const roles = { personId, roles: ['nurse'] as const, before: [] };
    expect(await changeRoles({ actor, input: roles, now })).toEqual(refusal('not-found'));
    expect(await rowCount()).toBe(before);
    const listed = await listClinicPeople(north.clinicId, now);
    expect(listed.map(({ email }) => email).filter((email) => email.endsWith('south.example'))).toEqual([]);
  });
});

describe('adding a person', () => {
  test('gives an account without a password and a link that works once for 72 hours', async () => {
    const input = newcomer();
    const { linkTokenHash } = input;
    const added = await addPerson({ actor: north.administrator, input, now });
    expect(added).toMatchObject({ ok: true, value: { isNew: true } });
    const listed = (await listClinicPeople(north.clinicId, now)).find(({ email }) => email === input.email);
    expect(listed).toMatchObject({ hasPassword: false, linkExpiresAt: now + 72 * HOUR_MS, roles: ['nurse'] });

    const late = { input: { linkTokenHash, passwordHash: 'x' }, now: now + 72 * HOUR_MS };
    expect(await setPassword(late)).toEqual(refusal('link-useless'));
    const racing = Array.from({ length: 8 }, () =>
      setPassword({ input: { linkTokenHash, passwordHash: 'x' }, now }),
    );
    const answers = await Promise.all(racing);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await setPassword({ input: { linkTokenHash, passwordHash: 'y' }, now })).toEqual(
      refusal('link-useless'),
    );
  });

  test('twice is refused, and at the same time too', async () => {
    const actor = north.administrator;
    const answers = await Promise.all([1, 2, 3].map(() => addPerson({ actor, input: newcomer(), now })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await addPerson({ actor, input: newcomer(), now })).toEqual(refusal('already-here'));
  });

  test('with an account in another clinic adds the roles and leaves the account alone', async () => {
    const input = newcomer(south.emailOf('surgeon'));
    const added = await addPerson({ actor: north.administrator, input, now });
    expect(added).toEqual({ ok: true, value: { personId: south.surgeon.personId, isNew: false } });
    const answer = await setPassword({ input: { ...input, passwordHash: 'stolen' }, now });
    expect(answer).toEqual(refusal('link-useless'));
    const target = { personId: south.surgeon.personId, linkTokenHash: input.linkTokenHash };
    for (const actor of [north.administrator, south.administrator]) {
      expect(await makePasswordLink({ actor, input: target, now })).toEqual(refusal('works-elsewhere'));
      expect(await disablePerson({ actor, input: target, now })).toEqual(refusal('works-elsewhere'));
    }
    const roles = { personId: target.personId, roles: [], before: ['nurse'] as const };
    expect(await changeRoles({ actor: north.administrator, input: roles, now })).toEqual(done);
    expect(await disablePerson({ actor: south.administrator, input: target, now })).toEqual(done);
  });

  test('is no way in for a clinic that holds a link to the account', async () => {
    const input = newcomer();
    const { linkTokenHash } = input;
    const added = await addPerson({ actor: south.administrator, input, now });
    expect(await addPerson({ actor: north.administrator, input: newcomer(), now })).toEqual(
      refusal('without-password'),
    );
    await setPassword({ input: { linkTokenHash, passwordHash: 'her own' }, now });
    if (!added.ok) throw new Error(added.reason.kind);
    const reset = { personId: added.value.personId, linkTokenHash: newToken().tokenHash };
    expect(await makePasswordLink({ actor: south.administrator, input: reset, now })).toEqual(done);
    expect(await addPerson({ actor: north.administrator, input: newcomer(), now })).toMatchObject({
      ok: true,
      value: { isNew: false },
    });
    expect(await setPassword({ input: { ...reset, passwordHash: 'stolen' }, now })).toEqual(
      refusal('link-useless'),
    );
  });

  test('who was taken out before a password was set can be added again', async () => {
    const actor = north.administrator;
    const added = await addPerson({ actor, input: newcomer(), now });
    if (!added.ok) throw new Error(added.reason.kind);
    const { personId } = added.value;
    expect(await changeRoles({ actor, input: { personId, roles: [], before: ['nurse'] }, now })).toEqual(
      done,
    );
    expect((await addPerson({ actor, input: newcomer(), now })).ok).toBe(true);
    const link = { personId, linkTokenHash: newToken().tokenHash };
    expect(await makePasswordLink({ actor, input: link, now })).toEqual(done);
  });
});

describe('changing a person', () => {
  test('a newer link replaces the older, and a disabled person has none', async () => {
    const input = newcomer();
    const added = await addPerson({ actor: north.administrator, input, now });
    const personId = added.ok ? added.value.personId : '';
    const second = newToken().tokenHash;
    const actor = north.administrator;
    expect(await makePasswordLink({ actor, input: { personId, linkTokenHash: second }, now })).toEqual(done);
    const first = { linkTokenHash: input.linkTokenHash, passwordHash: 'x' };
    expect(await setPassword({ input: first, now })).toEqual(refusal('link-useless'));
    expect(await disablePerson({ actor, input: { personId }, now })).toEqual(done);
    const newest = { linkTokenHash: second, passwordHash: 'x' };
    expect(await setPassword({ input: newest, now })).toEqual(refusal('link-useless'));
    expect(await enablePerson({ actor, input: { personId }, now })).toEqual(done);
    expect(await setPassword({ input: newest, now })).toEqual(refusal('link-useless'));
  });

  test('nobody locks himself out, and the last administrator stays', async () => {
    const actor = north.administrator;
    const { personId } = actor;
    expect(await disablePerson({ actor, input: { personId }, now })).toEqual(refusal('yourself'));
    const none = { personId, roles: [], before: ['administrator'] as const };
    expect(await changeRoles({ actor, input: none, now })).toEqual(refusal('last-administrator'));
    const second = await addColleague(actor, { email: 'b@north.example', roles: ['administrator'] }, now);
    expect(await disablePerson({ actor, input: { personId: second.personId }, now })).toEqual(done);
    expect(await changeRoles({ actor, input: none, now })).toEqual(refusal('last-administrator'));
  });

  test('two administrators who remove each other at once leave one', async () => {
    const one = north.administrator;
    const other = await addColleague(one, { email: 'b@north.example', roles: ['administrator'] }, now);
    const remove = (actor: typeof one, personId: string) =>
      changeRoles({ actor, input: { personId, roles: [], before: ['administrator'] }, now });
    const answers = await Promise.all([remove(one, other.personId), remove(other, one.personId)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('roles that somebody else changed meanwhile are shown, not overwritten; the same ones again change nothing', async () => {
    const actor = north.administrator;
    const { personId } = north.nurse;
    const toScheduler = { personId, roles: ['scheduler'], before: ['nurse'] } as const;
    expect(await changeRoles({ actor, input: toScheduler, now })).toEqual(done);
    const before = await rowCount();
    expect(await changeRoles({ actor, input: toScheduler, now })).toEqual(done);
    const stale = { personId, roles: ['surgeon'], before: ['nurse'] } as const;
    expect(await changeRoles({ actor, input: stale, now })).toEqual({
      ok: false,
      reason: { kind: 'stale', theirs: ['scheduler'] },
    });
    expect(await rowCount()).toBe(before);
  });

  test('every change is in the trail, and never a secret', async () => {
    const { rows } = await pool().query(
      `SELECT event, detail FROM audit_event WHERE clinic_id = $1 OR clinic_id IS NULL`,
      [north.clinicId],
    );
    const events = new Set(rows.map(({ event }) => event));
    expect(events).toEqual(new Set(['clinic.created', 'person.added', 'password.set']));
    expect(JSON.stringify(rows)).not.toMatch(/argon2|token|[0-9a-f]{64}/);
  });
});

test('the staff to choose from are who works in the clinic, by name, each with the roles there', async () => {
  const email = 'both@north.example';
  const both = await addColleague(north.administrator, { email, roles: ['surgeon', 'nurse'] }, now);
  await addColleague(south.administrator, { email, roles: ['scheduler'] }, now);
  const { personId } = north.scheduler;
  const staff = await listStaff(north.clinicId);
  expect(staff.map(({ name }) => name)).toEqual(staff.map(({ name }) => name).toSorted());
  expect(staff).toHaveLength(5);
  expect(staff).toContainEqual({
    id: both.personId,
    name: `surgeon and nurse ${email}`,
    roles: ['nurse', 'surgeon'],
  });
  const input = { personId, linkTokenHash: newToken().tokenHash };
  expect(await disablePerson({ actor: north.administrator, input, now })).toEqual(done);
  expect((await listStaff(north.clinicId)).map(({ id }) => id)).toEqual(
    staff.map(({ id }) => id).filter((id) => id !== personId),
  );
});

test('a clinic and an e-mail address are taken once', async () => {
  const { rows } = await pool().query(
    'SELECT slug, name, zone, phone, defaults FROM clinic ORDER BY slug LIMIT 1',
  );
  const create = (slug: string, email: string) =>
    createFirstAdministrator({
      input: { clinic: { ...rows[0], slug }, email, name: 'Ada Head', passwordHash: 'x' },
      now,
    });
  expect(await create('north', 'new@west.example')).toEqual(refusal('clinic-exists'));
  expect(await create('west', north.emailOf('nurse'))).toEqual(refusal('email-taken'));
  expect(await create('west', 'new@west.example')).toMatchObject({ ok: true });
});
