import { beforeAll, expect, test } from 'vitest';
import { listCranialRows } from '#lib/data/cranial-measurements.ts';
import { newId } from '#lib/data/new-id.ts';
import { pool } from '#lib/data/pool.ts';
import { recordCranialMeasurement } from '#lib/operations/record-cranial-measurement.ts';
import { type CranialMeasurementInput, cranialMeasurementInput } from '#lib/schemas/cranial-measurement.ts';
import { accepted, DAY_MS, type RecordedCase, recordCase } from '#tests/factories/recorded-case.ts';
import { type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';

const now = Date.UTC(2026, 2, 10, 12);
let staff: Staff;
let one: RecordedCase;
beforeAll(async () => {
  staff = await staffClinic('north', now - 100 * DAY_MS);
  one = await recordCase(staff, now);
});

const typed = (change: Record<string, unknown>) =>
  cranialMeasurementInput.safeParse({ id: newId(), takenAt: now, method: 'ct', ...change });

const record = (input: CranialMeasurementInput) =>
  recordCranialMeasurement({ actor: staff.nurse, caseId: one.caseId, input, now });

test('each kind is kept in its unit, and raw and growth-corrected volumes apart', async () => {
  const said = [
    { kind: 'icv', value: '1125.6', uncertainty: '12' },
    { kind: 'growth-corrected-icv', value: '142' },
    { kind: 'cranial-index', value: '0.85', method: 'caliper' },
    { kind: 'turricephaly-index', value: '0.95', method: 'xray' },
    { kind: 'fundoscopy', finding: 'no-papilloedema', method: 'ophthalmoscopy' },
  ];
  for (const one of said) accepted(await record(typed(one).data as CranialMeasurementInput));
  const rows = await listCranialRows(pool(), one.caseId);
  const kept = Object.fromEntries(rows.map(({ kind, value, finding }) => [kind, value ?? finding]));
  expect(kept).toEqual({
    icv: 1_125_600,
    'growth-corrected-icv': 142_000,
    'cranial-index': 850,
    'turricephaly-index': 950,
    fundoscopy: 'no-papilloedema',
  });
});

test('a correction takes the place of its row, once, and says why', async () => {
  const first = typed({ kind: 'icv', value: '1000' }).data as CranialMeasurementInput;
  accepted(await record(first));
  const correction = { kind: 'icv', value: '1010', correctsId: first.id, correctionReason: 'read again' };
  const second = typed(correction).data as CranialMeasurementInput;
  accepted(await record(second));
  expect(accepted(await record(second))).toEqual({ id: second.id });
  expect(await record(typed(correction).data as CranialMeasurementInput)).toMatchObject({
    reason: { kind: 'correction-of-unknown' },
  });
  await expect(
    pool().query('UPDATE cranial_measurement SET value = 1 WHERE id = $1', [first.id]),
  ).rejects.toMatchObject({ code: '23001' });
});

test.each([
  ['value', { kind: 'icv' }],
  ['value', { kind: 'icv', value: '4000' }],
  ['value', { kind: 'cranial-index', value: '85' }],
  ['value', { kind: 'fundoscopy', finding: 'papilloedema', value: '1', method: 'ophthalmoscopy' }],
  ['finding', { kind: 'fundoscopy', method: 'ophthalmoscopy' }],
  ['finding', { kind: 'icv', value: '1000', finding: 'papilloedema' }],
  ['method', { kind: 'icv', value: '1000', method: 'caliper' }],
  ['correctionReason', { kind: 'icv', value: '1000', correctsId: newId() }],
])('refuses at %s what cannot be: %j', (field, change) => {
  expect(typed(change).error?.issues.map(({ path }) => path[0])).toEqual([field]);
});
