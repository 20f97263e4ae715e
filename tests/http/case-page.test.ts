import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { pool } from '#lib/data/pool.ts';
import { revokeSession, switchSessionClinic } from '#lib/data/sessions.ts';
import { HOUR_MS } from '#lib/domain/units.ts';
import { openedSession } from '#tests/factories/opened-session.ts';
import { type RecordedCase, recordCase } from '#tests/factories/recorded-case.ts';
import { addColleague, type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';
import { useDatabase } from '#tests/setup/database.ts';
import { send } from './call.ts';
import { type RunningServer, startServer } from './running-server.ts';

const database = useDatabase();
const now = Date.now();
let server: RunningServer;
let north: Staff;
let south: Staff;
let ofNorth: RecordedCase;
let ofSouth: RecordedCase;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  await database.reset();
  north = await staffClinic('north', now - 300 * 24 * HOUR_MS);
  south = await staffClinic('south', now - 300 * 24 * HOUR_MS);
  ofNorth = await recordCase(north, now, { activationDays: 5 });
  ofSouth = await recordCase(south, now, { activationDays: 5 });
});

async function signIn(personId: string) {
  const { cookie, tokenHash } = await openedSession(personId, now);
  const open = async ({ caseId }: RecordedCase) => {
    const headers = { 'sec-fetch-dest': 'document' };
    const response = await send({ origin: server.origin, cookie }, `/cases/${caseId}`, { headers });
    return { status: response.status, html: await response.text() };
  };
  return { cookie, tokenHash, open };
}

const notes = async (personId: string) =>
  (
    await pool().query<{ case_id: string }>(
      `SELECT case_id FROM audit_event WHERE event = 'case.read' AND actor_id = $1`,
      [personId],
    )
  ).rows.map(({ case_id }) => case_id);

test('who works in two clinics opens the cases of that in which he works now, and each is noted once', async () => {
  await addColleague(south.administrator, { email: north.emailOf('nurse'), roles: ['nurse'] }, now - HOUR_MS);
  const { personId } = north.nurse;
  const { tokenHash, open } = await signIn(personId);
  await switchSessionClinic(tokenHash, north.clinicId);
  expect((await open(ofSouth)).status).toBe(404);
  expect(await notes(personId)).toEqual([]);
  expect((await open(ofNorth)).status).toBe(200);
  expect((await open(ofNorth)).status).toBe(200);
  expect(await notes(personId)).toEqual([ofNorth.caseId]);
  await switchSessionClinic(tokenHash, south.clinicId);
  expect((await open(ofSouth)).status).toBe(200);
  expect((await open(ofNorth)).status).toBe(404);
  expect((await notes(personId)).sort()).toEqual([ofNorth.caseId, ofSouth.caseId].sort());
});

test('each list that names patients is in the trail with those whom it showed', async () => {
  const { cookie } = await signIn(north.nurse.personId);
  for (const address of ['/', '/calls', '/hand-over?hours=168', '/removals', '/outcomes']) {
    const response = await send({ origin: server.origin, cookie }, address, {});
    expect([address, response.status]).toEqual([address, 200]);
    await response.text();
  }
  const { rows } = await pool().query<{ list: string; cases: string[] }>(
    `SELECT detail ->> 'list' AS list, detail -> 'cases' AS cases FROM audit_event
      WHERE event = 'list.read' AND actor_id = $1 ORDER BY 1`,
    [north.nurse.personId],
  );
  expect(rows.map(({ list }) => list)).toEqual(['calls', 'hand-over', 'outcomes', 'removals', 'worklist']);
  for (const { cases } of rows) expect(cases).toEqual([ofNorth.caseId]);
});

test('a session that was ended, and a person who may no longer sign in, get nothing of a case', async () => {
  const nurse = await signIn(north.nurse.personId);
  const surgeon = await signIn(north.surgeon.personId);
  const [{ mrn } = { mrn: '' }] = (
    await pool().query<{ mrn: string }>(
      'SELECT mrn FROM patient p JOIN distraction_case c ON c.patient_id = p.id WHERE c.id = $1',
      [ofNorth.caseId],
    )
  ).rows;
  expect((await nurse.open(ofNorth)).html).toContain(mrn);
  await revokeSession(nurse.tokenHash, now);
  await pool().query('UPDATE person SET disabled_at = now() WHERE id = $1', [north.surgeon.personId]);
  for (const { open } of [nurse, surgeon]) {
    const { status, html } = await open(ofNorth);
    expect([status, html.includes(mrn)]).toEqual([307, false]);
  }
});

test('of many documents that are made at once each has its own parts, and each of them once', async () => {
  const [nurse, other] = [await signIn(north.nurse.personId), await signIn(south.nurse.personId)];
  const pages = await Promise.all(
    Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? nurse.open(ofNorth) : other.open(ofSouth))),
  );
  for (const [index, { status, html }] of pages.entries()) {
    const [own, foreign] =
      index % 2 === 0 ? ['Clinic north', 'Clinic south'] : ['Clinic south', 'Clinic north'];
    expect(status).toBe(200);
    expect([html.includes(own), html.includes(foreign)]).toEqual([true, false]);
    expect(html.split('aria-label="Parts of the case"')).toHaveLength(2);
    expect(html.split('aria-label="Expansion over time')).toHaveLength(2);
  }
});
