import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#lib/data/new-id.ts';
import { pool } from '#lib/data/pool.ts';
import { consolidatingCase, makeTheatre } from '#tests/factories/booked-case.ts';
import type { RecordedCase } from '#tests/factories/recorded-case.ts';
import { DAY_MS } from '#tests/factories/recorded-case.ts';
import { type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';
import { useDatabase } from '#tests/setup/database.ts';
import { type RunningServer, startServer } from './running-server.ts';
import { destinationOf, stateIn, submit } from './submit.ts';
import { sessionCookie } from './two-clinics.ts';

const database = useDatabase();
const now = Date.now();
const CASES = 32;
let servers: RunningServer[];
let staff: Staff;
let roomId: string;
const cases: RecordedCase[] = [];

beforeAll(async () => {
  await database.reset();
  servers = await Promise.all([startServer(), startServer()]);
  staff = await staffClinic('north', now - 300 * DAY_MS);
  roomId = (await makeTheatre(staff, now - 200 * DAY_MS)).roomId;
  for (let index = 0; index < CASES; index++) cases.push(await consolidatingCase(staff, now));
});
afterAll(() => Promise.all(servers.map((server) => server.stop())));

/** 09:00 in the theatre so many days from now, in the surgeon's block. */
const morning = (days: number) => new Date(now + days * DAY_MS).toISOString().slice(0, 10);

describe.each([
  [64, 3],
  [200, 5],
])('%i clients that want the same time, through two server processes', (clients, days) => {
  test('one has it, the others are told who, and no answer is an error', async () => {
    const cookies = await Promise.all(Array.from({ length: 8 }, () => sessionCookie(staff, 'scheduler')));
    const answers = await Promise.all(
      Array.from({ length: clients }, async (_, index) => {
        const caller = { origin: servers[index % 2]?.origin ?? '', cookie: cookies[index % 8] };
        const fields = {
          caseId: cases[index % CASES]?.caseId ?? '',
          id: newId(),
          bookingId: newId(),
          seq: '0',
          slot: 'other',
          roomId,
          surgeonId: staff.surgeon.personId,
          anaesthetistId: '',
          startsAtDay: morning(days),
          startsAtTime: '09:00',
          durationMin: '60',
          reason: '',
          firm: 'yes',
        };
        const book = () => submit(caller, 'bookSlotAction', fields);
        // A connection that was kept open may be gone: a client sends the same write again.
        const response = await book().catch(book);
        const body = await response.text();
        return { status: response.status, booked: destinationOf(response), state: stateIn(body) };
      }),
    );
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    expect(answers.filter(({ booked }) => booked?.includes('saved=booked'))).toHaveLength(1);
    const told = answers.filter(({ booked }) => !booked);
    expect(told.every(({ state }) => /taken|has a booking already/.test(state))).toBe(true);
    expect(told.filter(({ state }) => state.includes('booked by scheduler')).length).toBeGreaterThan(
      clients / 2,
    );
    const { rows } = await pool().query<{ n: number; overlaps: number }>(
      `SELECT (SELECT count(*)::int FROM theatre_slot WHERE lower(during)::date = $1) AS n,
        (SELECT count(*)::int FROM theatre_slot a JOIN theatre_slot b ON a.booking_id < b.booking_id
          AND (a.room_id = b.room_id AND a.room_during && b.room_during
            OR a.surgeon_id = b.surgeon_id AND a.during && b.during
            OR a.patient_id = b.patient_id AND a.during && b.during)) AS overlaps`,
      [morning(days)],
    );
    expect(rows).toEqual([{ n: 1, overlaps: 0 }]);
  });
});
