import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findCase } from '#lib/data/case-facts.ts';
import { pool } from '#lib/data/pool.ts';
import { recordTurnReports } from '#lib/operations/record-turn-reports.ts';
import {
  accepted,
  DAY_MS,
  newReport,
  type RecordedCase,
  recordCase,
} from '#tests/factories/recorded-case.ts';
import { type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';
import { useDatabase } from '#tests/setup/database.ts';

const { url } = useDatabase();
const now = Date.UTC(2026, 2, 10, 23, 30);
const zones = ['America/New_York', 'Asia/Kathmandu', 'Pacific/Auckland'];
const clients = zones.map((zone) => new pg.Client({ connectionString: url, options: `-c TimeZone=${zone}` }));
let staff: Staff;
let one: RecordedCase;
const doneAt = now - 12_345;

beforeAll(async () => {
  for (const client of clients) await client.connect();
  // The server's own zone must not matter either.
  await pool().query(`ALTER DATABASE ${new URL(url).pathname.slice(1)} SET TimeZone = 'America/New_York'`);
  staff = await staffClinic('north', now - 100 * DAY_MS);
  one = await recordCase(staff, now);
  const reports = [newReport(one.deviceIds[0] ?? '', one.firstDay, { doneAt })];
  accepted(await recordTurnReports({ actor: staff.nurse, caseId: one.caseId, input: { reports }, now }));
});

afterAll(async () => {
  for (const client of clients) await client.end();
});

test('sessions in three zones read the instants and days that were written', async () => {
  const written = { done: doneAt, recorded: now, day: one.firstDay };
  for (const client of clients) {
    const { rows } = await client.query(`SELECT (date_part('epoch', done_at) * 1000)::float8 AS done,
      (date_part('epoch', recorded_at) * 1000)::float8 AS recorded, day - date '1970-01-01' AS day FROM turn_report`);
    expect(rows).toEqual([written]);
  }
  expect((await pool().query('SHOW TimeZone')).rows[0]).toEqual({ TimeZone: 'UTC' });
});

test('the facts do not depend on the zone of a session', async () => {
  const scope = { clinicId: staff.clinicId, caseId: one.caseId };
  // The place in the order of changes moves with what other databases of the server do.
  const expected = { ...(await findCase(pool(), scope)), seen: expect.any(String) };
  for (const client of clients) {
    expect(await findCase({ query: (statement) => client.query(statement) }, scope)).toEqual(expected);
  }
});
