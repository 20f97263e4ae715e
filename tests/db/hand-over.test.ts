import { beforeEach, expect, test } from 'vitest';
import { findCase } from '#lib/data/case-facts.ts';
import { listCaseWrites } from '#lib/data/case-writes.ts';
import { findHandOverMark, listChangedCases } from '#lib/data/hand-over.ts';
import { newId } from '#lib/data/new-id.ts';
import { pool } from '#lib/data/pool.ts';
import type { Queryable, Statement } from '#lib/data/statement.ts';
import { assess } from '#lib/domain/assess.ts';
import { HOUR_MS, type Instant } from '#lib/domain/units.ts';
import { markHandOverSeen } from '#lib/operations/mark-hand-over-seen.ts';
import { rebuildStandings } from '#lib/operations/rebuild-standings.ts';
import { recordMeasurement } from '#lib/operations/record-measurement.ts';
import { handOverCase } from '#lib/view/hand-over.ts';
import { accepted, DAY_MS, newCase, recordCase, recordDays } from '#tests/factories/recorded-case.ts';
import { type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';
import { useDatabase } from '#tests/setup/database.ts';

const database = useDatabase();
const now = Date.UTC(2026, 2, 10, 12);
let staff: Staff;

beforeEach(async () => {
  await database.reset();
  staff = await staffClinic('north', now - 100 * DAY_MS);
});

const named = (familyName: string) => ({ input: newCase(staff, { familyName }) });

async function handOver(since: Instant) {
  const { clinicId } = staff;
  const changed = await listChangedCases(pool(), { clinicId, since, until: now });
  const told = await Promise.all(
    changed.map(async ({ caseId, patient, assessment }) => {
      const record = await findCase(pool(), { clinicId, caseId });
      if (!record) throw new Error('no case');
      const { facts } = record;
      const changes = await listCaseWrites(pool(), { caseIds: [caseId], since, until: now });
      const given = {
        caseId,
        patient,
        facts,
        assessment,
        flagsBefore: assess(facts, since).flags,
        changes,
        since,
      };
      return handOverCase(given, { people: {}, now });
    }),
  );
  return { changed, told: told.filter((one) => one !== null) };
}

test('tells what was written and by whom, which flags are new, worse or gone, and of nobody else', async () => {
  const silent = await recordCase(staff, now, named('Silent'));
  const turned = await recordCase(staff, now, named('Turned'));
  const measured = await recordCase(staff, now, named('Measured'));
  await recordDays(staff, turned, [turned.firstDay, turned.firstDay + 1, turned.firstDay + 2], now - HOUR_MS);
  const { caseId, deviceIds } = measured;
  const gap = { kind: 'device-gap' as const, method: 'xray' as const, deviceId: deviceIds[0] ?? '' };
  const fact = {
    id: newId(),
    correctsId: null,
    correctionReason: null,
    retracted: false,
    takenAt: now - 2 * HOUR_MS,
    note: 'calm child',
  };
  const input = { ...gap, ...fact, valueUm: 9000, uncertaintyUm: 1000 };
  accepted(await recordMeasurement({ actor: staff.surgeon, caseId, input, now: now - HOUR_MS }));
  await rebuildStandings(now);

  const sinceStart = await handOver(now - 3 * DAY_MS);
  const { told } = await handOver(now - 3 * HOUR_MS);
  const of = (from: typeof told, name: string) => from.find((one) => one.name.startsWith(name));
  expect(of(told, 'MEASURED')?.lines).toEqual([
    expect.objectContaining({
      by: expect.stringMatching(/^surgeon/),
      title: expect.stringMatching(/^Device gap, A: 9\.0\u00a0mm/),
      detail: expect.stringContaining('calm child'),
      href: `/cases/${caseId}/measurements#${fact.id}`,
    }),
  ]);
  expect(of(told, 'MEASURED')?.flags[0]).toMatchObject({
    change: 'new',
    words: expect.stringContaining('more'),
  });
  expect(of(told, 'TURNED')?.turns).toBe('12 turns reported: 12 done');
  expect(of(told, 'TURNED')?.flags.map(({ change }) => change)).toContain('gone');
  expect(of(sinceStart.told, 'SILENT')?.flags.map(({ change }) => change)).toContain('new');
  // Nothing was written of the silent family, and nothing about its flags changed in the last minute.
  expect((await handOver(now - 60_000)).told.map(({ name }) => name)).not.toContain('SILENT, Ann');
  expect(sinceStart.changed.map(({ caseId: id }) => id).sort()).toEqual(
    [silent, turned, measured].map(({ caseId: id }) => id).sort(),
  );
  const south = await staffClinic('south', now - DAY_MS);
  expect(
    await listChangedCases(pool(), { clinicId: south.clinicId, since: now - 3 * DAY_MS, until: now }),
  ).toEqual([]);
});

test('the mark is a person’s own, never goes back, and is not set into the future', async () => {
  const mark = (seenUntil: Instant, actor = staff.nurse) =>
    markHandOverSeen({ actor, input: { seenUntil }, now });
  const found = (personId = staff.nurse.personId) =>
    findHandOverMark(pool(), { clinicId: staff.clinicId, personId });
  expect(await found()).toBeNull();
  expect(await mark(now - HOUR_MS)).toEqual({ ok: true, value: null });
  expect(await mark(now - 2 * HOUR_MS)).toEqual({ ok: true, value: null });
  expect(await found()).toBe(now - HOUR_MS);
  expect(await found(staff.surgeon.personId)).toBeNull();
  expect(await mark(now + 1)).toMatchObject({ ok: false, reason: { kind: 'in-the-future' } });
  expect(await mark(now, staff.administrator)).toMatchObject({ ok: false, reason: { kind: 'not-allowed' } });
});

/** Pages that the look-up of changed cases touches. */
async function pagesTouched(since: Instant): Promise<number> {
  let asked: Statement | null = null;
  const listening: Queryable = {
    query: async (statement) => {
      asked = statement;
      return { rows: [], rowCount: 0 };
    },
  };
  await listChangedCases(listening, { clinicId: staff.clinicId, since, until: now });
  const { text, values } = asked as unknown as Statement;
  const { rows } = await pool().query(`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`, values);
  const plan = rows[0]['QUERY PLAN'][0].Plan;
  return plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
}

test('costs what changed, not what ever happened', async () => {
  const { caseId } = await recordCase(staff, now);
  await pool().query('ANALYZE');
  const since = now - HOUR_MS;
  const before = await pagesTouched(since);
  await pool().query(
    `INSERT INTO audit_event (id, at, event, clinic_id, actor_id, case_id, detail)
      SELECT gen_random_uuid(), $3::timestamptz - make_interval(mins => n), 'turns.recorded', $1, $4, $2, '{}'
      FROM generate_series(1, 30000) n`,
    [staff.clinicId, caseId, new Date(since), staff.nurse.personId],
  );
  await pool().query('ANALYZE');
  expect(await pagesTouched(since)).toBeLessThanOrEqual(before + 8);
});
