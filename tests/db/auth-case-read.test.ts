import { beforeEach, expect, test } from 'vitest';
import { newToken } from '#lib/auth/token.ts';
import { reachCase } from '#lib/data/case-reach.ts';
import { findCaseWithCard } from '#lib/data/case-with-card.ts';
import { noteListRead } from '#lib/data/list-reads.ts';
import { newId } from '#lib/data/new-id.ts';
import { pool } from '#lib/data/pool.ts';
import { HOUR_MS, MINUTE_MS } from '#lib/domain/units.ts';
import { openedSession } from '#tests/factories/opened-session.ts';
import { type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';
import { useDatabase } from '#tests/setup/database.ts';

const database = useDatabase();
const now = Date.UTC(2026, 2, 1, 8);
let north: Staff;
let south: Staff;
let caseId: string;

async function insertCase({ clinicId, surgeon }: Staff): Promise<string> {
  const [patientId, id] = [newId(), newId()];
  await pool().query(
    `INSERT INTO patient (id, clinic_id, mrn, family_name, given_name, search_text, sex, born_on, suture_codes, created_at)
     VALUES ($1, $2, $3, 'Test', 'Ann', ' test ann', 'female', '2025-01-01', '{}', now())`,
    [patientId, clinicId, `M-${id.slice(-6)}`],
  );
  await pool().query(
    `INSERT INTO distraction_case (id, clinic_id, patient_id, surgeon_id, zone, site, opened_at)
     VALUES ($1, $2, $3, $4, 'Europe/Zurich', 'posterior-cranial-vault', now())`,
    [id, clinicId, patientId, surgeon.personId],
  );
  return id;
}

beforeEach(async () => {
  await database.reset();
  north = await staffClinic('north', now - HOUR_MS);
  south = await staffClinic('south', now - HOUR_MS);
  caseId = await insertCase(north);
});

const reads = async () =>
  (await pool().query(`SELECT actor_id, case_id, clinic_id FROM audit_event WHERE event = 'case.read'`)).rows;
const read = (staff: Staff, at = now) =>
  reachCase({ clinicId: staff.clinicId, caseId, personId: staff.nurse.personId }, at);

test('a hundred reads at once are one row of the trail, and a quarter of an hour later one more', async () => {
  const answers = await Promise.all(Array.from({ length: 100 }, () => read(north)));
  expect(new Set(answers)).toEqual(new Set([true]));
  expect(await reads()).toEqual([
    { actor_id: north.nurse.personId, case_id: caseId, clinic_id: north.clinicId },
  ]);
  await read(north, now + 15 * MINUTE_MS - 1);
  expect(await reads()).toHaveLength(1);
  await read(north, now + 15 * MINUTE_MS);
  expect(await reads()).toHaveLength(2);
  await reachCase({ clinicId: north.clinicId, caseId, personId: north.surgeon.personId }, now);
  expect(await reads()).toHaveLength(3);
});

test('a case of another clinic is not there, like one that never was, and no read is noted', async () => {
  expect(await read(south)).toBe(false);
  const unknown = { clinicId: north.clinicId, caseId: newId(), personId: north.nurse.personId };
  expect(await reachCase(unknown, now)).toBe(false);
  expect(await reads()).toEqual([]);
});

test('who was shown a list, and of which cases, is one row of the trail in a quarter of an hour for as long as it has the same', async () => {
  const shown = async (caseIds: readonly string[], at = now, { clinicId, nurse } = north) =>
    noteListRead({ list: 'calls', clinicId, personId: nurse.personId }, caseIds, at);
  const noted = async () =>
    (
      await pool().query<{ cases: string[] }>(
        `SELECT detail -> 'cases' AS cases FROM audit_event WHERE event = 'list.read' AND case_id IS NULL ORDER BY at, id`,
      )
    ).rows.map(({ cases }) => cases);
  const other = await insertCase(north);
  const both = [caseId, other].sort();
  await shown([]);
  await shown([other, caseId, other]);
  await shown([caseId, other], now + 15 * MINUTE_MS - 1);
  expect(await noted()).toEqual([both]);
  await shown([caseId], now + 1);
  await shown(both, now + 15 * MINUTE_MS);
  expect(await noted()).toEqual([both, [caseId], both]);
  await shown(both, now, { ...north, nurse: north.surgeon });
  await shown(both, now, south);
  expect(await noted()).toHaveLength(5);
});

/** The hash of the token of a session that the nurse of a clinic opens. */
async function sessionOf({ nurse }: Staff): Promise<string> {
  return (await openedSession(nurse.personId, now)).tokenHash;
}

test('a case is read with a session of a person of its clinic alone, and says whether that is noted', async () => {
  const tokenHash = await sessionOf(north);
  const asked = { caseId, tokenHash, now };
  expect(await findCaseWithCard(asked)).toMatchObject({ clinicId: north.clinicId, isNoted: false });
  await reachCase({ clinicId: north.clinicId, caseId, personId: north.surgeon.personId }, now);
  expect(await findCaseWithCard(asked)).toMatchObject({ isNoted: false });
  await read(north);
  expect(await findCaseWithCard(asked)).toMatchObject({
    isNoted: true,
    card: { patient: { givenName: 'Ann' } },
  });
  expect(await findCaseWithCard({ ...asked, now: now + 15 * MINUTE_MS })).toMatchObject({ isNoted: false });
  expect(await findCaseWithCard({ ...asked, tokenHash: await sessionOf(south) })).toBeNull();
  expect(await findCaseWithCard({ ...asked, tokenHash: newToken().tokenHash })).toBeNull();
  expect(await findCaseWithCard({ ...asked, caseId: newId() })).toBeNull();
});
