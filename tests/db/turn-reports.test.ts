import { beforeAll, expect, test } from 'vitest';
import { findCase } from '#lib/data/case-facts.ts';
import { newId } from '#lib/data/new-id.ts';
import { pool } from '#lib/data/pool.ts';
import type { AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import { recordTurnReports } from '#lib/operations/record-turn-reports.ts';
import type { TurnReportInput } from '#lib/schemas/turn-reports.ts';
import {
  accepted,
  DAY_MS,
  newReport,
  type RecordedCase,
  recordCase,
} from '#tests/factories/recorded-case.ts';
import { type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';

const now = Date.UTC(2026, 2, 10, 12);
let staff: Staff;
let strangers: Staff;
let one: RecordedCase;
let device: string;

beforeAll(async () => {
  staff = await staffClinic('north', now - 100 * DAY_MS);
  strangers = await staffClinic('south', now - 100 * DAY_MS);
  one = await recordCase(staff, now);
  device = one.deviceIds[0] ?? '';
});

const record = (reports: TurnReportInput[], to: { caseId: string } = one, actor = staff.nurse) =>
  recordTurnReports({ actor, caseId: to.caseId as AuthorizedCaseId, input: { reports }, now });

const count = async (id: string) =>
  (await pool().query('SELECT count(*)::int AS n FROM turn_report WHERE id = $1', [id])).rows[0].n;

test('a report comes back from the database as it went in', async () => {
  const report = newReport(device, one.firstDay, {
    actuationsCenti: -33,
    doneAt: now - 1234,
    turnedBy: 'Mutter: „Åsa“',
    checkedBy: 'father',
    resistance: 'stiff',
    pain: 0,
    siteLook: 'red',
    note: 'two\nlines, a \t tab, "quotes" and \\ 🙂',
  });
  expect(await record([report])).toEqual({ ok: true, value: { recorded: [report.id], repeated: [] } });
  const found = await findCase(pool(), { clinicId: staff.clinicId, caseId: one.caseId });
  const { correctionReason: _, ...said } = report;
  expect(found?.facts.reports.find(({ id }) => id === report.id)).toEqual({ ...said, recordedAt: now });
});

test('the same report sent 1,000 times at once is one row', async () => {
  const report = newReport(device, one.firstDay, { slot: 2 });
  const answers = await Promise.all(Array.from({ length: 1000 }, () => record([report])));
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect(answers.filter((answer) => answer.ok && answer.value.recorded.length === 1)).toHaveLength(1);
  expect(await count(report.id)).toBe(1);
  const trail = `SELECT FROM audit_event WHERE event = 'turns.recorded' AND detail -> 'reports' ? $1`;
  expect((await pool().query(trail, [report.id])).rowCount).toBe(1);
});

test('the same id with another body is refused and nothing of its batch is kept', async () => {
  const report = newReport(device, one.firstDay + 1);
  const other = newReport(device, one.firstDay + 1, { slot: 2 });
  await record([report]);
  expect(await record([other, { ...report, actuationsCenti: 50 }])).toEqual({
    ok: false,
    reason: {
      kind: 'reports-refused',
      problems: [{ index: 1, id: report.id, kind: 'id-reused', field: 'id' }],
    },
  });
  expect(await count(other.id)).toBe(0);
});

test('an id of another case, or of another clinic, is refused the same way', async () => {
  const report = newReport(device, one.firstDay);
  await record([report]);
  const two = await recordCase(staff, now);
  const abroad = await recordCase(strangers, now);
  const same = { ...report, deviceId: two.deviceIds[0] ?? '' };
  expect(await record([same], two)).toEqual({ ok: false, reason: { kind: 'id-reused' } });
  const foreign = { ...report, deviceId: abroad.deviceIds[0] ?? '' };
  expect(await record([foreign], abroad, strangers.nurse)).toEqual({
    ok: false,
    reason: { kind: 'id-reused' },
  });
});

test('a case of another clinic and one that never was are both not found', async () => {
  const report = newReport(device, one.firstDay);
  const notFound = { ok: false, reason: { kind: 'not-found' } };
  expect(await record([report], one, strangers.nurse)).toEqual(notFound);
  expect(await record([report], { caseId: newId() })).toEqual(notFound);
  expect(await record([report], one, staff.scheduler)).toEqual({
    ok: false,
    reason: { kind: 'not-allowed' },
  });
});

test('every report that cannot be true is named with its place and field', async () => {
  const foreign = await recordCase(staff, now);
  const answer = await record([
    newReport(device, one.firstDay),
    newReport(foreign.deviceIds[0] ?? '', one.firstDay),
    newReport(device, one.firstDay + 100),
    newReport(device, one.firstDay - 100),
    newReport(device, one.firstDay, { actuationsCenti: 100_000_000_000 }),
    newReport(device, one.firstDay, { doneAt: now + 3_600_000 }),
    // The clocks of Zurich skip 02:30 on 29 March 2026.
    newReport(device, one.firstDay, { doneAt: { day: 20_541, minute: 150 } }),
  ]);
  expect(answer.ok).toBe(false);
  const problems = !answer.ok && answer.reason.kind === 'reports-refused' ? answer.reason.problems : [];
  expect(problems.map(({ index, kind, field }) => [index, kind, field])).toEqual([
    [1, 'device-unknown', 'deviceId'],
    [2, 'slot-in-the-future', 'day'],
    [3, 'before-placement', 'day'],
    [4, 'amount-impossible', 'actuations'],
    [5, 'in-the-future', 'doneAt'],
    [6, 'time-does-not-exist', 'doneAt'],
  ]);
});

test('a correction replaces the report it names, once', async () => {
  const wrong = newReport(device, one.firstDay + 2);
  const right = newReport(device, one.firstDay + 2, {
    correctsId: wrong.id,
    correctionReason: 'heard wrongly',
    actuationsCenti: 50,
    outcome: 'partial',
  });
  expect(accepted(await record([wrong, right])).recorded).toEqual([wrong.id, right.id]);
  const again = { ...right, id: newId() };
  const answer = await record([again]);
  expect(answer).toMatchObject({ ok: false, reason: { problems: [{ kind: 'already-corrected' }] } });
  const reason = await pool().query('SELECT correction_reason AS r FROM turn_report WHERE id = $1', [
    right.id,
  ]);
  expect(reason.rows[0].r).toBe('heard wrongly');
});

test('two thousand reports are one write', async () => {
  const big = await recordCase(staff, now, { activationDays: 500 });
  const reports = Array.from({ length: 500 }, (_, offset) =>
    [1, 2].flatMap((slot) => big.deviceIds.map((id) => newReport(id, big.firstDay + offset, { slot }))),
  ).flat();
  expect(accepted(await record(reports, big)).recorded).toHaveLength(2000);
  const trail = `SELECT FROM audit_event WHERE event = 'turns.recorded' AND case_id = $1`;
  expect((await pool().query(trail, [big.caseId])).rowCount).toBe(1);
});
