import { beforeAll, expect, test } from 'vitest';
import { callListStatement, listCalls } from '#lib/data/call-list.ts';
import { pool } from '#lib/data/pool.ts';
import { CALL_RULES } from '#lib/domain/contact/call-rules.ts';
import type { Instant } from '#lib/domain/units.ts';
import { decideFlag } from '#lib/operations/decide-flag.ts';
import { reassessDueStandings } from '#lib/operations/reassess-due-standings.ts';
import { recordContact } from '#lib/operations/record-contact.ts';
import { callRow } from '#lib/view/call-row.ts';
import {
  accepted,
  DAY_MS,
  decisionOn,
  newContact,
  type RecordedCase,
  recordCase,
} from '#tests/factories/recorded-case.ts';
import { type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';

const now = Date.UTC(2026, 2, 10, 12);
const dayStart = Date.UTC(2026, 2, 9, 23);
let staff: Staff;
let silent: RecordedCase;

beforeAll(async () => {
  staff = await staffClinic('north', now - 100 * DAY_MS);
  silent = await recordCase(staff, now);
  await recordCase(await staffClinic('south', now - 100 * DAY_MS), now);
  await reassessDueStandings({ clinicId: null, now });
});

const scope = (start: Instant) => ({
  clinicId: staff.clinicId,
  rules: CALL_RULES,
  dayStart: start,
  page: 1,
  pageSize: 25,
});
const record = (change: Parameters<typeof newContact>[0], at: Instant) =>
  recordContact({ actor: staff.nurse, caseId: silent.caseId, input: newContact(change), now: at });

test('a silent family is called until it is reached, and is called again the next day', async () => {
  const list = await listCalls(scope(dayStart));
  expect(list).toMatchObject({ total: 1, cases: [{ caseId: silent.caseId }], spoken: [] });
  const [first] = list.cases;
  expect(first && callRow(first, now)).toMatchObject({ level: 'act-now', last: null, heard: null });
  accepted(await record({ outcome: 'no-answer', note: 'message left' }, now));
  const tried = await listCalls(scope(dayStart));
  expect(tried.total).toBe(1);
  expect(tried.cases[0] && callRow(tried.cases[0], now).last).toMatch(/^Call, no answer, .*: message left$/);
  accepted(await record({}, now + 1));
  expect(await listCalls(scope(dayStart))).toMatchObject({
    total: 0,
    cases: [],
    spoken: [{ caseId: silent.caseId, reachedAt: now + 1 }],
  });
  expect(await listCalls(scope(dayStart + DAY_MS))).toMatchObject({ total: 1, spoken: [] });
});

test('who has nothing open that a call settles is not on the list', async () => {
  const { cases } = await listCalls(scope(dayStart + DAY_MS));
  for (const flag of cases[0]?.assessment.flags ?? []) {
    const input = decisionOn(flag);
    accepted(await decideFlag({ actor: staff.nurse, caseId: silent.caseId, input, now: now + 2 }));
  }
  expect((await listCalls(scope(dayStart + DAY_MS))).total).toBe(0);
});

test('the list reads no report and no fact of a case, only what stands', async () => {
  const { text, values } = callListStatement(scope(dayStart));
  const { rows } = await pool().query(`EXPLAIN (FORMAT JSON) ${text}`, values);
  const read = [...JSON.stringify(rows).matchAll(/"Relation Name": ?"(\w+)"/g)].map(([, name]) => name);
  expect([...new Set(read)].sort()).toEqual(['caregiver', 'case_standing', 'distraction_case', 'patient']);
});
