import { beforeEach, expect, test } from 'vitest';
import { newId } from '#lib/data/new-id.ts';
import { pool } from '#lib/data/pool.ts';
import type { AuthorizedCaseId } from '#lib/domain/access/actor.ts';
import type { Assessment } from '#lib/domain/assessment.ts';
import { urgencyOf } from '#lib/domain/deviation/flag-order.ts';
import { closeCase } from '#lib/operations/close-case.ts';
import { decideFlag } from '#lib/operations/decide-flag.ts';
import { reassessDueStandings } from '#lib/operations/reassess-due-standings.ts';
import { rebuildStandings } from '#lib/operations/rebuild-standings.ts';
import { recordOperation } from '#lib/operations/record-operation.ts';
import { recordTurnReports } from '#lib/operations/record-turn-reports.ts';
import {
  accepted,
  DAY_MS,
  decisionOn,
  newReport,
  recordCase,
  recordDays,
} from '#tests/factories/recorded-case.ts';
import { type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';
import { useDatabase } from '#tests/setup/database.ts';

const database = useDatabase();
const now = Date.UTC(2026, 2, 10, 12);
let staff: Staff;

beforeEach(async () => {
  await database.reset();
  staff = await staffClinic('north', now - 100 * DAY_MS);
});

const standings = async () =>
  (
    await pool().query<{ row: string }>('SELECT s::text AS row FROM case_standing s ORDER BY case_id')
  ).rows.map(({ row }) => row);

const assessmentOf = async (caseId: string): Promise<Assessment> =>
  (await pool().query('SELECT assessment FROM case_standing WHERE case_id = $1', [caseId])).rows[0]
    .assessment;

const removal = (removedDeviceIds: string[]) => ({
  id: newId(),
  kind: 'removal' as const,
  endedAt: now,
  note: null,
  removedDeviceIds,
  correctsId: null,
  retracted: false,
});

test('rebuilt from the facts, the standings are the same to the byte', async () => {
  const behind = await recordCase(staff, now, { activationDays: 6 });
  const done = await recordCase(staff, now, { labels: ['A', 'B', 'C', 'D'] });
  await recordDays(staff, done, [done.firstDay, done.firstDay + 1], now);
  const wrong = newReport(behind.deviceIds[0] ?? '', behind.firstDay);
  const corrected = { correctsId: wrong.id, correctionReason: 'heard wrongly', actuationsCenti: 50 };
  const right = newReport(wrong.deviceId, behind.firstDay, { ...corrected, outcome: 'partial' });
  const input = { reports: [wrong, right] };
  accepted(await recordTurnReports({ actor: staff.nurse, caseId: behind.caseId, input, now }));
  const removed = await recordCase(staff, now);
  const out = removal(removed.deviceIds);
  accepted(await recordOperation({ actor: staff.scheduler, caseId: removed.caseId, input: out, now }));
  const corrects = { ...removal(removed.deviceIds.slice(0, 1)), correctsId: out.id, endedAt: now - 1000 };
  accepted(await recordOperation({ actor: staff.surgeon, caseId: removed.caseId, input: corrects, now }));
  await reassessDueStandings({ clinicId: null, now });
  const before = await standings();
  expect(before).toHaveLength(3);
  expect(await rebuildStandings(now)).toBe(3);
  expect(await standings()).toEqual(before);
  await pool().query('DELETE FROM case_standing');
  await rebuildStandings(now);
  expect(await standings()).toEqual(before);
});

test('a judgement that runs out is made anew once, however many readers come', async () => {
  const one = await recordCase(staff, now);
  await reassessDueStandings({ clinicId: staff.clinicId, now });
  const { reassessAt } = await assessmentOf(one.caseId);
  if (reassessAt === null) throw new Error('never changes');
  expect(await reassessDueStandings({ clinicId: staff.clinicId, now: reassessAt - 1 })).toBe(0);
  const counts = await Promise.all(
    Array.from({ length: 10 }, () => reassessDueStandings({ clinicId: staff.clinicId, now: reassessAt })),
  );
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
  expect((await assessmentOf(one.caseId)).reassessAt).toBeGreaterThan(reassessAt);
  expect(await reassessDueStandings({ clinicId: newId(), now: now + DAY_MS })).toBe(0);
  expect(await reassessDueStandings({ clinicId: null, now: now + DAY_MS })).toBe(1);
});

test('an acknowledged flag ranks below the others until it worsens', async () => {
  const { caseId } = await recordCase(staff, now);
  const urgency = async () =>
    (await pool().query('SELECT urgency, open_level, open_rules FROM case_standing')).rows[0];
  await reassessDueStandings({ clinicId: null, now });
  const before = await urgency();
  for (const flag of (await assessmentOf(caseId)).flags) {
    const input = decisionOn(flag, { note: 'called' });
    accepted(await decideFlag({ actor: staff.nurse, caseId, input, now }));
    expect(accepted(await decideFlag({ actor: staff.nurse, caseId, input, now }))).toEqual({ id: input.id });
    const other = { ...input, note: 'no answer' };
    expect(await decideFlag({ actor: staff.nurse, caseId, input: other, now })).toMatchObject({
      reason: { kind: 'id-reused' },
    });
  }
  const after = await urgency();
  expect(after).toMatchObject({ open_level: null, open_rules: [] });
  const leastOpen = urgencyOf({
    level: 'information',
    acknowledged: null,
    evidence: { rule: 'not-assessable', about: 'plan', reason: 'no-protocol' },
  });
  expect(before.urgency).toBeGreaterThanOrEqual(leastOpen);
  expect(after.urgency).toBeGreaterThan(0);
  expect(after.urgency).toBeLessThan(leastOpen);
});

test('a closed case has no standing and takes no more facts', async () => {
  const { caseId, deviceIds, firstDay } = await recordCase(staff, now);
  const close = (version = 1, confirmedName = 'TESTER') => {
    const input = { closedAs: 'completed', reason: null, confirmedName, version } as const;
    return closeCase({ actor: staff.surgeon, caseId, input, now });
  };
  expect(await close(1, 'Ann')).toEqual({
    ok: false,
    reason: { kind: 'name-differs', field: 'confirmedName' },
  });
  expect(await close()).toMatchObject({ reason: { kind: 'removal-not-recorded' } });
  const first = removal(deviceIds.slice(0, 1));
  accepted(await recordOperation({ actor: staff.scheduler, caseId, input: first, now }));
  expect(await close()).toMatchObject({ reason: { kind: 'device-in-place', labels: ['B'] } });
  const second = removal(deviceIds.slice(1));
  accepted(await recordOperation({ actor: staff.scheduler, caseId, input: second, now }));
  expect(await close(7)).toMatchObject({ reason: { kind: 'stale', theirs: { version: 1 } } });
  expect(await close()).toEqual({ ok: true, value: { closedAt: now } });
  expect(await standings()).toEqual([]);
  expect(await rebuildStandings(now)).toBe(0);
  const input = { reports: [newReport(deviceIds[0] ?? '', firstDay)] };
  const late = await recordTurnReports({
    actor: staff.nurse,
    caseId: caseId as AuthorizedCaseId,
    input,
    now,
  });
  expect(late).toEqual({ ok: false, reason: { kind: 'case-closed', closedAt: now } });
});

test('what cannot be noted in the trail is not written', async () => {
  const { caseId, deviceIds, firstDay } = await recordCase(staff, now);
  const [before] = await standings();
  await pool().query(`CREATE FUNCTION break_trail() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'the trail is full'; END $$`);
  await pool().query(
    'CREATE TRIGGER break_trail BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION break_trail()',
  );
  try {
    const input = { reports: [newReport(deviceIds[0] ?? '', firstDay)] };
    await expect(recordTurnReports({ actor: staff.nurse, caseId, input, now })).rejects.toThrow(
      'the trail is full',
    );
    expect((await pool().query('SELECT FROM turn_report')).rowCount).toBe(0);
    expect(await standings()).toEqual([before]);
  } finally {
    await pool().query('DROP FUNCTION break_trail() CASCADE');
  }
  await recordDays(staff, { caseId, deviceIds, firstDay, patientId: '' }, [firstDay], now);
});
