import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pool } from '#lib/data/pool.ts';
import { ROLES, type Role } from '#lib/domain/access/actor.ts';
import { useDatabase } from '#tests/setup/database.ts';
import { ACCESS, type Access } from './access-matrix.ts';
import { addressOf, call, type Outcome, send } from './call.ts';
import { type EntryPoint, listActions, listEntryPoints } from './entry-points.ts';
import { type RunningServer, startServer } from './running-server.ts';
import { sameForAll } from './same-for-all.ts';
import { makeTwoClinics, NORTH_ONLY, sessionCookie, type TwoClinics } from './two-clinics.ts';

const database = useDatabase();
let server: RunningServer;
let clinics: TwoClinics;
let entries: EntryPoint[];

beforeAll(async () => {
  await database.reset();
  server = await startServer();
  entries = listEntryPoints();
  clinics = await makeTwoClinics();
});
afterAll(() => server.stop());

const accessOf = ({ name }: EntryPoint): Access => {
  const access = ACCESS[name];
  if (!access) throw new Error(`${name} has no row in tests/http/access-matrix.ts`);
  return access;
};

const mayCall = ({ who }: Access, role: Role) => typeof who === 'string' || who.includes(role);

function expectedOf(entry: EntryPoint, role: Role | null, isForeign: boolean): Outcome {
  const access = accessOf(entry);
  if (access.who === 'everybody') return 'allowed';
  if (role === null) return 'signed-out';
  // The frame around the pages of a case is asked first, and finds no foreign case for who may read cases.
  if (isForeign && entry.kind === 'page' && access.names === 'case' && role !== 'administrator')
    return 'not-found';
  if (!mayCall(access, role)) return 'forbidden';
  return isForeign && access.names ? 'not-found' : 'allowed';
}

/** How many rows each table has. A session's own life and what is noted of reading are not counted. */
async function countRows(): Promise<Record<string, number>> {
  const { rows: tables } = await pool().query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'
      AND tablename NOT IN ('session', 'rate_limit', '_prisma_migrations') ORDER BY 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const only =
      name === 'audit_event'
        ? `WHERE event NOT IN ('session.started', 'session.ended', 'sessions.ended', 'case.read', 'list.read', 'photograph.read', 'outcomes.exported')`
        : '';
    const { rows: counted } = await pool().query<{ count: string }>(`SELECT count(*) FROM "${name}" ${only}`);
    counts[name] = Number(counted[0]?.count);
  }
  return counts;
}

const digest = async () => {
  const { rows: people } = await pool().query(
    'SELECT id, disabled_at, password_hash FROM person ORDER BY id',
  );
  const { rows: roles } = await pool().query('SELECT * FROM membership ORDER BY 1, 2, 3');
  return JSON.stringify([await countRows(), people, roles]);
};

/** The values an address and a form name; `[...nextauth]` is a harmless part of it. */
const namesOf = ({ caseId, patientId, personId, photographId, token, feedToken }: TwoClinics) => ({
  feedToken,
  caseId,
  patientId,
  personId,
  photographId,
  token,
  nextauth: 'error',
});

/** What names something that belongs to a clinic. */
const NAMES_OF_A_CLINIC = ['caseId', 'personId', 'photographId', 'feedToken'];

test('every page, route handler and server action has a row, and every row is there', () => {
  const { written, reachable } = listActions();
  expect(written.sort(), 'actions that no page uses').toEqual(reachable.map(({ name }) => name).sort());
  expect(Object.keys(ACCESS).sort()).toEqual([...new Set(entries.map(({ name }) => name))].sort());
});

describe('who is turned away writes nothing and learns nothing', () => {
  test('nobody signed in', async () => {
    const before = await digest();
    const outcomes: Record<string, Outcome> = {};
    for (const entry of entries) {
      const { outcome, body } = await call(entry, { origin: server.origin }, namesOf(clinics));
      outcomes[entry.name] = outcome;
      if (accessOf(entry).who === 'everybody') continue;
      expect(
        NORTH_ONLY.filter((word) => body.includes(word)),
        entry.name,
      ).toEqual([]);
    }
    const expected = entries.map((entry) => [entry.name, expectedOf(entry, null, false)]);
    expect(outcomes).toEqual(Object.fromEntries(expected));
    expect(await digest()).toBe(before);
  });

  test.each(ROLES)('a %s of another clinic', async (role) => {
    const before = await digest();
    const outcomes: Record<string, Outcome> = {};
    const expected: Record<string, Outcome> = {};
    for (const entry of entries) {
      // The people's actions name a person; the operation does not find him, and the form says so.
      if (entry.name === 'setPasswordAction') continue;
      const cookie = await sessionCookie(clinics.south, role);
      const { outcome, body } = await call(entry, { origin: server.origin, cookie }, namesOf(clinics));
      outcomes[entry.name] = outcome;
      expected[entry.name] = expectedOf(entry, role, true);
      if (entry.name === 'page /set-password/[token]') continue;
      expect(
        NORTH_ONLY.filter((word) => body.includes(word)),
        entry.name,
      ).toEqual([]);
    }
    expect(outcomes).toEqual(expected);
    expect(await digest()).toBe(before);
  });
});

describe('in their own clinic', () => {
  test.each(ROLES)('a %s gets to what the role includes, and to nothing else', async (role) => {
    const outcomes: Record<string, Outcome> = {};
    const expected: Record<string, Outcome> = {};
    for (const entry of entries) {
      const access = accessOf(entry);
      const isTurnedAway = typeof access.who !== 'string' && !mayCall(access, role);
      const before = isTurnedAway ? await digest() : '';
      const cookie = await sessionCookie(clinics.north, role);
      const { outcome, body } = await call(entry, { origin: server.origin, cookie }, namesOf(clinics));
      outcomes[entry.name] = outcome;
      expected[entry.name] = expectedOf(entry, role, false);
      if (isTurnedAway) expect(await digest(), entry.name).toBe(before);
      if (role !== 'administrator' || !isTurnedAway) continue;
      expect(
        NORTH_ONLY.slice(0, 3).filter((word) => body.includes(word)),
        entry.name,
      ).toEqual([]);
    }
    expect(outcomes).toEqual(expected);
  });

  test('ids that are unknown, malformed or foreign are answered with one and the same', async () => {
    const malformed = ['malformed', '%00', '..%2f..'];
    for (const entry of entries) {
      const named = Object.entries(namesOf(clinics)).filter(([name]) => entry.route.includes(`[${name}]`));
      for (const [name, id] of named) {
        if (!NAMES_OF_A_CLINIC.includes(name) || entry.kind === 'action') continue;
        // A photograph is asked for in its own case; the address of a calendar is its key, whoever holds it.
        const isOwn = name === 'photographId' || name === 'feedToken';
        const staff = isOwn ? clinics.north : clinics.south;
        const { who } = accessOf(entry);
        const cookie = await sessionCookie(
          staff,
          typeof who === 'string' ? 'surgeon' : (who[0] ?? 'surgeon'),
        );
        const ids = [crypto.randomUUID(), `${id}x`, ...malformed, ...(isOwn ? [] : [id, id.toUpperCase()])];
        const answers = await Promise.all(
          ids.map(async (each) => {
            const address = addressOf(entry.route, { ...namesOf(clinics), [name]: each });
            const method = entry.kind === 'handler' ? entry.method : 'GET';
            const response = await send({ origin: server.origin, cookie }, address, { method });
            return `${response.status} ${sameForAll(await response.text(), each)}`;
          }),
        );
        expect(answers[0], entry.name).toMatch(/^404 /);
        expect([...new Set(answers)], `${entry.name} ${name}`).toEqual(answers.slice(0, 1));
      }
    }
  });
});

test('what changes something is refused when another site sends it', async () => {
  const before = await digest();
  for (const entry of entries) {
    if (entry.kind === 'page' || (entry.kind === 'handler' && entry.method === 'GET')) continue;
    const who = accessOf(entry).who;
    const role = typeof who === 'string' ? 'nurse' : (who[0] ?? 'nurse');
    const cookie = await sessionCookie(clinics.north, role);
    const caller = { origin: server.origin, cookie, site: 'cross-site' } as const;
    const { outcome } = await call(entry, caller, namesOf(clinics));
    expect(`${entry.name}: ${outcome}`).toBe(`${entry.name}: another-site`);
    const alive = await send({ origin: server.origin, cookie }, '/api/session/keep-alive', {
      method: 'POST',
    });
    expect(alive.status, entry.name).toBe(204);
  }
  expect(await digest()).toBe(before);
});
