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

/** Asks for a page as a link that is seen does; without the mark that its headers give its address, Next leads to the one with it. */
async function prefetch(address: string, kind: string, cookie: string | undefined) {
  const headers = { RSC: '1', 'Next-Router-Prefetch': kind };
  const led = await send({ origin: server.origin, cookie }, address, { headers });
  const marked = led.headers.get('location') ?? '';
  expect(marked).toContain('_rsc=');
  const response = await send({ origin: server.origin, cookie }, marked, { headers });
  await response.text();
  return response;
}

test.each(['1', '2', '3'])('a prefetch of kind %s of a page is no fault, signed in or not', async (kind) => {
  const nurse = await sessionCookie(staff, 'nurse');
  const said = logSince();
  for (const cookie of [nurse, undefined]) {
    for (const address of [`/cases/${shown.caseId}`, `/cases/${shown.caseId}/turns`, '/']) {
      const response = await prefetch(address, kind, cookie);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toContain('text/x-component');
    }
  }
  // What is logged of these stands before this.
  await send({ origin: server.origin }, '/api/health', {});
  expect(said()).toBe('');
});
