import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { pool } from '#lib/data/pool.ts';
import { isoDay } from '#lib/domain/case-day.ts';
import { HOUR_MS } from '#lib/domain/units.ts';
import { type RecordedCase, recordCase } from '#tests/factories/recorded-case.ts';
import { type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';
import { useDatabase } from '#tests/setup/database.ts';
import { send } from './call.ts';
import { startLoggedServer } from './running-server.ts';
import { sessionCookie } from './two-clinics.ts';

const database = useDatabase();
const now = Date.now();
let server: Awaited<ReturnType<typeof startLoggedServer>>;
let staff: Staff;
let shown: RecordedCase;

beforeAll(async () => {
  await database.reset();
  server = await startLoggedServer();
  staff = await staffClinic('north', now - 300 * 24 * HOUR_MS);
  shown = await recordCase(staff, now, { activationDays: 5 });
});
afterAll(() => server.stop());

/** What the server has logged since this was called. */
function logSince() {
  const before = server.read().length;
  return () => server.read().slice(before);
}

test('what the database refuses is in the logs by the name of the rule, and nothing of the row', async () => {
  await pool().query(
    `ALTER TABLE turn_report ADD CONSTRAINT forced_check CHECK (note <> 'Quillfeather was seen') NOT VALID`,
  );
  const cookie = await sessionCookie(staff, 'nurse');
  const address = `/api/cases/${shown.caseId}/turn-import`;
  const day = isoDay(shown.firstDay + 1);
  const file = `date,slot,device,actuations,note\n${day},1,A,1,Quillfeather was seen\n`;
  const post = (search: string) =>
    send({ origin: server.origin, cookie }, `${address}${search}`, {
      method: 'POST',
      body: file,
      headers: { 'content-type': 'text/csv' },
    });
  const checked = (await (await post('')).json()) as { hash: string; problems: unknown[] };
  expect(checked.problems).toEqual([]);
  const said = logSince();
  expect((await post(`?confirm=${checked.hash}`)).status).toBe(500);
  await expect.poll(said).toContain('forced_check');
  expect(said()).not.toContain('Quillfeather');
  const databaseLog = inject('databaseLog');
  if (databaseLog === null) return;
  const refusals = readFileSync(databaseLog, 'utf8');
  expect(refusals).toContain('forced_check');
  expect(refusals).not.toMatch(/was seen\)|Failing row|STATEMENT:|DETAIL:/);
});

test('a prefetch of a page of a case, as the browser sends it, is no fault, signed in or not', async () => {
  const cookie = await sessionCookie(staff, 'nurse');
  const said = logSince();
  for (const kind of ['1', '2', '3']) {
    for (const who of [cookie, undefined]) {
      for (const address of [`/cases/${shown.caseId}`, `/cases/${shown.caseId}/turns`, '/']) {
        const headers = { RSC: '1', 'Next-Router-Prefetch': kind };
        const response = await send({ origin: server.origin, cookie: who }, address, { headers });
        await response.text();
        expect(response.status).toBeLessThan(500);
      }
    }
  }
  expect(said()).toBe('');
});
