import { beforeEach, describe, expect, test } from 'vitest';
import { readSession } from '#lib/auth/current-session.ts';
import { hashOfToken, newToken } from '#lib/auth/token.ts';
import { pool } from '#lib/data/pool.ts';
import { revokeSession, switchSessionClinic } from '#lib/data/sessions.ts';
import { HOUR_MS, MINUTE_MS } from '#lib/domain/units.ts';
import { changePassword } from '#lib/operations/change-password.ts';
import { changeRoles } from '#lib/operations/change-roles.ts';
import { disablePerson } from '#lib/operations/disable-person.ts';
import { endSessions } from '#lib/operations/end-sessions.ts';
import { openedSession } from '#tests/factories/opened-session.ts';
import { addColleague, type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';
import { useDatabase } from '#tests/setup/database.ts';

const database = useDatabase();
const start = Date.UTC(2026, 2, 1, 8);
const later = start + MINUTE_MS;
let staff: Staff;

beforeEach(async () => {
  await database.reset();
  staff = await staffClinic('north', start - HOUR_MS);
});

const signedIn = (personId = staff.nurse.personId, createdAt = start) => openedSession(personId, createdAt);

const read = (token: string, now: number) => readSession(hashOfToken(token), now);

const endOf = async (token: string, now: number) => {
  const answer = await read(token, now);
  return answer.signedIn ? 'counts' : answer.because;
};

const lastSeen = async () =>
  (await pool().query<{ at: Date }>('SELECT last_seen_at AS at FROM session')).rows[0]?.at.getTime();

describe('a session', () => {
  test('carries the person, the clinic and the roles as they are now', async () => {
    const { token } = await signedIn();
    const { administrator, nurse, clinicId } = staff;
    expect((await read(token, later)).signedIn).toMatchObject({
      person: { id: nurse.personId, email: 'nurse@north.example' },
      clinic: { id: clinicId, slug: 'north', zone: 'Europe/Zurich', roles: ['nurse'] },
      actor: { personId: nurse.personId, clinicId, roles: ['nurse'] },
    });
    const input = { personId: nurse.personId, roles: ['scheduler'], before: ['nurse'] } as const;
    expect(await changeRoles({ actor: administrator, input, now: later })).toEqual({ ok: true, value: null });
    expect((await read(token, later)).signedIn?.actor.roles).toEqual(['scheduler']);
  });

  test('is stored by the hash of its token only', async () => {
    const { token } = await signedIn();
    const { rows } = await pool().query('SELECT * FROM session');
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test.each(['', 'x', 'é'.repeat(43), `${'a'.repeat(42)}\0`, newToken().token])(
    'is not opened by the token %j',
    async (token) => {
      await signedIn();
      expect(await read(token, later)).toEqual({ signedIn: null, because: null });
    },
  );

  test('ends when nothing is done for 30 minutes, and each request puts that off', async () => {
    const { token } = await signedIn();
    expect(await endOf(token, start + 30 * MINUTE_MS - 1)).toBe('counts');
    expect(await endOf(token, start + 59 * MINUTE_MS)).toBe('counts');
    expect(await endOf(token, start + 89 * MINUTE_MS)).toBe('idle');
  });

  test('ends 12 hours after it began, however busy', async () => {
    const { token } = await signedIn();
    for (let at = start; at < start + 12 * HOUR_MS; at += 20 * MINUTE_MS) {
      expect(await endOf(token, at)).toBe('counts');
    }
    expect(await endOf(token, start + 12 * HOUR_MS - 1)).toBe('counts');
    expect(await endOf(token, start + 12 * HOUR_MS)).toBe('expired');
  });

  test('notes its use at most once a minute', async () => {
    const { token } = await signedIn();
    await endOf(token, start + MINUTE_MS - 1);
    expect(await lastSeen()).toBe(start);
    await Promise.all([1, 2, 3].map((more) => endOf(token, start + MINUTE_MS + more)));
    const noted = await lastSeen();
    expect(noted).toBeGreaterThan(start + MINUTE_MS);
    await endOf(token, start + 2 * MINUTE_MS);
    expect(await lastSeen()).toBe(noted);
  });
});

describe('a cookie that is replayed', () => {
  test('after signing out is refused', async () => {
    const { token, tokenHash } = await signedIn();
    await revokeSession(tokenHash, later);
    expect(await endOf(token, later)).toBe('signed-out');
    await revokeSession(tokenHash, later + 1);
    const { rows } = await pool().query(
      `SELECT event FROM audit_event WHERE event LIKE 'session.%' ORDER BY at`,
    );
    expect(rows.map(({ event }) => event)).toEqual(['session.started', 'session.ended']);
  });

  test('after signing out everywhere is refused, and others stay signed in', async () => {
    const tokens = [await signedIn(), await signedIn()];
    const surgeon = await signedIn(staff.surgeon.personId);
    await endSessions({ personId: staff.nurse.personId, now: later });
    for (const { token } of tokens) expect(await endOf(token, later)).toBe('signed-out');
    expect(await endOf(surgeon.token, later)).toBe('counts');
  });

  test('after disabling is refused, also when the account is enabled again', async () => {
    const { token } = await signedIn();
    const input = { personId: staff.nurse.personId };
    expect((await disablePerson({ actor: staff.administrator, input, now: later })).ok).toBe(true);
    expect(await endOf(token, later)).toBe('disabled');
    await pool().query('UPDATE person SET disabled_at = NULL');
    expect(await endOf(token, later)).toBe('signed-out');
  });

  test('after a new password is refused, and a session begun at that instant counts', async () => {
    const { token } = await signedIn();
    const { personId } = staff.nurse;
    const known = { personId, passwordChangedAt: start - HOUR_MS };
    await changePassword({ known, input: { passwordHash: 'another' }, now: later });
    expect(await endOf(token, later)).toBe('password-changed');
    const { token: fresh } = await signedIn(personId, later);
    expect(await endOf(fresh, later)).toBe('counts');
  });
});

describe('who works in two clinics', () => {
  test('works in one at a time, and never in a third', async () => {
    const south = await staffClinic('south', start - HOUR_MS);
    const west = await staffClinic('west', start - HOUR_MS);
    const email = staff.emailOf('nurse');
    await addColleague(south.administrator, { email, roles: ['scheduler'] }, start);
    const { token, tokenHash } = await signedIn();
    expect(await switchSessionClinic(tokenHash, south.clinicId)).toBe(true);
    const at = (await read(token, later)).signedIn;
    expect(at?.actor).toMatchObject({ clinicId: south.clinicId, roles: ['scheduler'] });
    expect(at?.clinics.map(({ slug }) => slug)).toEqual(['north', 'south']);
    expect(await switchSessionClinic(tokenHash, west.clinicId)).toBe(false);
    expect((await read(token, later)).signedIn?.actor.clinicId).toBe(south.clinicId);
  });

  test('begins in the clinic used last, and is without a clinic when the last role is gone', async () => {
    const south = await staffClinic('south', start - HOUR_MS);
    const email = staff.emailOf('nurse');
    await addColleague(south.administrator, { email, roles: ['nurse'] }, start);
    const first = await signedIn();
    await switchSessionClinic(first.tokenHash, south.clinicId);
    const { token } = await signedIn(staff.nurse.personId, later);
    expect((await read(token, later)).signedIn?.clinic?.slug).toBe('south');
    await pool().query('DELETE FROM membership WHERE person_id = $1', [staff.nurse.personId]);
    expect((await read(token, later)).signedIn).toMatchObject({
      clinic: null,
      actor: { clinicId: '', roles: [] },
    });
  });
});
