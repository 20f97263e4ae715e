import { beforeAll, expect, test } from 'vitest';
import { findCase } from '#lib/data/case-facts.ts';
import { newId } from '#lib/data/new-id.ts';
import { pool } from '#lib/data/pool.ts';
import { assess } from '#lib/domain/assess.ts';
import { MINUTE_MS } from '#lib/domain/units.ts';
import { recordMeasurement } from '#lib/operations/record-measurement.ts';
import type { MeasurementInput } from '#lib/schemas/measurement.ts';
import { accepted, DAY_MS, type RecordedCase, recordCase } from '#tests/factories/recorded-case.ts';
import { type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';

const now = Date.UTC(2026, 2, 10, 12);
let staff: Staff;
beforeAll(async () => {
  staff = await staffClinic('north', now - 100 * DAY_MS);
});

const factsOf = async ({ caseId }: RecordedCase) => {
  const record = await findCase(pool(), { clinicId: staff.clinicId, caseId });
  if (!record) throw new Error('no case');
  return record.facts;
};

function gapOf(one: RecordedCase, change: Partial<MeasurementInput> = {}): MeasurementInput {
  const read = { kind: 'device-gap', deviceId: one.deviceIds[0] ?? '', takenAt: now - DAY_MS } as const;
  const fresh = { note: null, correctsId: null, correctionReason: null, retracted: false };
  return { id: newId(), ...read, valueUm: 9000, uncertaintyUm: 1000, method: 'xray', ...fresh, ...change };
}

const record = ({ caseId }: RecordedCase, input: MeasurementInput, at = now) =>
  recordMeasurement({ actor: staff.nurse, caseId, input, now: at });

const shown = async (one: RecordedCase) =>
  assess(await factsOf(one), now + MINUTE_MS).devices.find(({ deviceId }) => deviceId === one.deviceIds[0])
    ?.measured?.valueUm;

test('a correction takes the place of a reading, once, and both stay on record', async () => {
  const one = await recordCase(staff, now);
  const first = gapOf(one);
  accepted(await record(one, first));
  expect(await shown(one)).toBe(9000);
  const again = { correctsId: first.id, correctionReason: 'read off the other side', valueUm: 1000 };
  const second = gapOf(one, again);
  accepted(await record(one, second));
  accepted(await record(one, second));
  expect(await shown(one)).toBe(1000);
  expect((await factsOf(one)).measurements).toMatchObject([{ id: second.id, valueUm: 1000 }]);
  expect(await record(one, gapOf(one, again))).toMatchObject({ reason: { kind: 'correction-of-unknown' } });
  const { rows } = await pool().query(
    `SELECT id, value_um AS "valueUm", corrects_id AS "correctsId", correction_reason AS reason
     FROM measurement WHERE case_id = $1 ORDER BY corrects_id NULLS FIRST`,
    [one.caseId],
  );
  expect(rows).toEqual([
    { id: first.id, valueUm: 9000, correctsId: null, reason: null },
    { id: second.id, valueUm: 1000, correctsId: first.id, reason: 'read off the other side' },
  ]);
  await expect(
    pool().query('UPDATE measurement SET value_um = 1 WHERE id = $1', [first.id]),
  ).rejects.toMatchObject({ code: '23001' });
});

test('of two who correct one reading at the same moment one is told that the other was faster', async () => {
  const one = await recordCase(staff, now);
  const first = gapOf(one);
  accepted(await record(one, first));
  const correct = (valueUm: number) =>
    record(one, gapOf(one, { correctsId: first.id, correctionReason: 'read again', valueUm }));
  const results = await Promise.all([correct(8000), correct(8500)]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.find(({ ok }) => !ok)).toMatchObject({ reason: { kind: 'correction-of-unknown' } });
  expect((await factsOf(one)).measurements).toHaveLength(1);
});

test('a withdrawn reading counts no more, and only one of its kind can take its place', async () => {
  const one = await recordCase(staff, now);
  const first = gapOf(one);
  accepted(await record(one, first));
  const why = { correctsId: first.id, correctionReason: 'another child' };
  const head = gapOf(one, { ...why, kind: 'head-circumference', deviceId: null, valueUm: 450_000 });
  expect(await record(one, head)).toMatchObject({ reason: { kind: 'correction-of-unknown' } });
  accepted(await record(one, gapOf(one, { ...why, retracted: true })));
  expect((await factsOf(one)).measurements).toEqual([]);
  expect(await shown(one)).toBeUndefined();
});
