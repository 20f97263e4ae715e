import { beforeAll, expect, test } from 'vitest';
import { findCase } from '#lib/data/case-facts.ts';
import { newId } from '#lib/data/new-id.ts';
import { listOperations } from '#lib/data/operations.ts';
import { pool } from '#lib/data/pool.ts';
import { findRemovalReport } from '#lib/data/removal-reports.ts';
import { insertInto, timestamp } from '#lib/data/statement.ts';
import type { Actor } from '#lib/domain/access/actor.ts';
import type { OperationKind } from '#lib/domain/facts.ts';
import { unreportedRemoval } from '#lib/domain/removal/removal-report.ts';
import { HOUR_MS } from '#lib/domain/units.ts';
import { bookSlot } from '#lib/operations/book-slot.ts';
import { placeDevice } from '#lib/operations/place-device.ts';
import { recordOperation } from '#lib/operations/record-operation.ts';
import { recordRemoval } from '#lib/operations/record-removal.ts';
import { recordRemovalInput } from '#lib/schemas/removal.ts';
import { reportDraft } from '#lib/view/removal-report.ts';
import { consolidatingCase, makeTheatre, newBooking } from '#tests/factories/booked-case.ts';
import { accepted, DAY_MS, newDevice, type RecordedCase } from '#tests/factories/recorded-case.ts';
import { type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';

const now = Date.UTC(2026, 2, 17, 9);
const endedAt = Date.UTC(2026, 2, 17, 7, 55);
let staff: Staff;
let roomId: string;

beforeAll(async () => {
  staff = await staffClinic('north', now - 200 * DAY_MS);
  roomId = (await makeTheatre(staff, now - 100 * DAY_MS)).roomId;
});

/** An operation of a few words, as an import or an earlier release recorded a removal. */
const operate = async (
  of: RecordedCase,
  kind: OperationKind,
  removedDeviceIds: string[],
  correctsId: string | null = null,
  ended = endedAt,
) => {
  const input = {
    id: newId(),
    kind,
    endedAt: ended,
    note: 'Wound washed out.',
    removedDeviceIds,
    retracted: false,
    correctsId,
  };
  return accepted(await recordOperation({ actor: staff.surgeon, caseId: of.caseId, input, now }));
};

const report = ({ caseId }: RecordedCase, change: Record<string, unknown>, actor: Actor = staff.surgeon) => {
  const input = recordRemovalInput.parse({
    ...{ id: newId(), startedAt: '2026-03-17T07:40', endedAt: '2026-03-17T08:55' },
    ...{ findings: 'Bone firm.', stayedIn: null, complications: [] },
    visits: [{ id: newId(), day: '2026-06-17', purpose: 'wound' }],
    ...change,
  });
  return recordRemoval({ actor, caseId, input, now });
};

const stateOf = async ({ caseId }: RecordedCase) => {
  const found = await findCase(pool(), { clinicId: staff.clinicId, caseId });
  if (!found) throw new Error('No such case.');
  const { header, facts } = found;
  const operations = await listOperations(pool(), caseId);
  return { ...header, facts, unreported: unreportedRemoval(operations, facts.devices) };
};

test('the report of a removal recorded without one starts from what is known, and completes the case once', async () => {
  const one = await consolidatingCase(staff, now);
  const { caseId, deviceIds } = one;
  const booking = newBooking(staff, roomId, '2026-03-18T07:30');
  accepted(await bookSlot({ actor: staff.scheduler, caseId, input: booking, now: endedAt - HOUR_MS }));
  const bare = await operate(one, 'removal', deviceIds);
  expect(await stateOf(one)).toMatchObject({ closedAt: null, unreported: { id: bare.id } });
  const { unreported } = await stateOf(one);
  expect(unreported && reportDraft(unreported, 'Europe/Zurich')).toEqual({
    ...{ startedDay: '2026-03-17', startedTime: '', endedTime: '08:55' },
    findings: 'Wound washed out.',
  });
  const known = { correctsId: bare.id, removedDeviceIds: deviceIds };
  const id = newId();
  const first = accepted(await report(one, { ...known, id, visits: [] }));
  expect(first).toEqual({ id, isCompleted: true });
  expect(accepted(await report(one, { ...known, id, visits: [] }))).toEqual(first);
  expect(await report(one, known)).toMatchObject({ reason: { kind: 'correction-of-unknown' } });
  expect(await report(one, { ...known, correctsId: id })).toMatchObject({
    reason: { kind: 'reported-before' },
  });
  const after = await stateOf(one);
  expect(after).toMatchObject({ closedAs: 'completed', unreported: null });
  expect(after.facts.operations.filter(({ kind }) => kind === 'removal')).toMatchObject([{ id, endedAt }]);
  expect(after.facts.devices.map(({ removedAt }) => removedAt)).toEqual(deviceIds.map(() => endedAt));
  const { rows } = await pool().query('SELECT booking_id FROM removal_report WHERE operation_id = $1', [id]);
  expect(rows).toEqual([{ booking_id: booking.bookingId }]);
});

test('an operation that took the last device out is reported as the removal by who may correct it', async () => {
  const one = await consolidatingCase(staff, now);
  const [left = '', right = ''] = one.deviceIds;
  const first = await operate(one, 'other', [left]);
  expect((await stateOf(one)).unreported).toBeNull();
  const last = await operate(one, 'other', [right]);
  expect(await stateOf(one)).toMatchObject({ closedAt: null, unreported: { id: last.id } });
  const known = { correctsId: last.id, removedDeviceIds: [right] };
  expect(await report(one, known, staff.scheduler)).toMatchObject({ reason: { kind: 'not-allowed' } });
  expect(await report(one, { ...known, removedDeviceIds: [] })).toMatchObject({
    reason: { kind: 'nothing-taken-out' },
  });
  expect(await report(one, { ...known, removedDeviceIds: [left, right] })).toMatchObject({
    reason: { kind: 'device-removed' },
  });
  const foreign = await operate(await consolidatingCase(staff, now), 'other', []);
  expect(await report(one, { ...known, correctsId: foreign.id })).toMatchObject({
    reason: { kind: 'correction-of-unknown' },
  });
  expect(accepted(await report(one, known)).isCompleted).toBe(true);
  const { facts } = await stateOf(one);
  expect(facts.operations.map(({ kind }) => kind)).toEqual(['index', 'other', 'removal']);
  expect(facts.operations.some(({ id }) => id === first.id)).toBe(true);
});

test('an operation is no removal while something is in place, nor once another one took the last of it', async () => {
  const one = await consolidatingCase(staff, now);
  const [left = '', right = ''] = one.deviceIds;
  const partial = await operate(one, 'other', [left]);
  const refused = { ok: false, reason: { kind: 'not-the-removal', field: 'correctsId' } };
  const claimed = { correctsId: partial.id, removedDeviceIds: [left, right] };
  expect(await report(one, claimed)).toEqual(refused);
  const last = await operate(one, 'other', [right], null, endedAt + HOUR_MS / 4);
  expect(await report(one, { ...claimed, removedDeviceIds: [left] })).toEqual(refused);
  const { facts } = await stateOf(one);
  expect(facts.operations.map(({ kind }) => kind)).toEqual(['index', 'other', 'other']);
  const known = { correctsId: last.id, removedDeviceIds: [right] };
  expect(accepted(await report(one, known)).isCompleted).toBe(true);
});

test('an exchange is no removal: what was placed at it is in place', async () => {
  const one = await consolidatingCase(staff, now);
  const { caseId, deviceIds } = one;
  const exchange = await operate(one, 'other', deviceIds, null, endedAt - HOUR_MS);
  const placed = { id: newId(), ...newDevice('C', endedAt) };
  accepted(await placeDevice({ actor: staff.surgeon, caseId, input: placed, now }));
  const claimed = { correctsId: exchange.id, removedDeviceIds: [...deviceIds] };
  expect(await report(one, claimed)).toEqual({
    ok: false,
    reason: { kind: 'not-the-removal', field: 'correctsId' },
  });
  expect(await stateOf(one)).toMatchObject({ closedAt: null, unreported: null });
});

test('of two removals without a report, the one that took the last device out completes the case with its report', async () => {
  const one = await consolidatingCase(staff, now);
  const [left = '', right = ''] = one.deviceIds;
  const early = await operate(one, 'removal', [left]);
  const late = await operate(one, 'removal', [right], null, endedAt + HOUR_MS / 4);
  const first = accepted(await report(one, { correctsId: early.id, removedDeviceIds: [left] }));
  expect(first.isCompleted).toBe(false);
  expect(await stateOf(one)).toMatchObject({ closedAs: null, unreported: { id: late.id } });
  // Nor does the correction of what is reported already.
  expect(await operate(one, 'removal', [left], first.id)).toMatchObject({ isCompleted: false });
  const end = { endedAt: '2026-03-17T09:10', correctsId: late.id, removedDeviceIds: [right] };
  expect(accepted(await report(one, end)).isCompleted).toBe(true);
  expect(await stateOf(one)).toMatchObject({ closedAs: 'completed', unreported: null });
});

test('a report may leave in what was said to be out, and completes nothing then; its correction does', async () => {
  const one = await consolidatingCase(staff, now);
  const [left = '', right = ''] = one.deviceIds;
  const bare = await operate(one, 'removal', one.deviceIds);
  const reported = accepted(await report(one, { correctsId: bare.id, removedDeviceIds: [left] }));
  expect(reported.isCompleted).toBe(false);
  expect(await stateOf(one)).toMatchObject({ closedAt: null, unreported: null });
  const corrected = await operate(one, 'removal', [left, right], reported.id);
  expect(corrected.isCompleted).toBe(true);
  expect(await stateOf(one)).toMatchObject({ closedAs: 'completed' });
  expect((await operate(one, 'removal', [left], corrected.id)).isCompleted).toBe(false);
  expect(await stateOf(one)).toMatchObject({ closedAs: null });
  expect(await findRemovalReport(one.caseId)).toMatchObject({ operationId: reported.id });
});

test('a removal that is said to have taken more than a day is refused at its end', async () => {
  const one = await consolidatingCase(staff, now);
  const long = { startedAt: '2026-03-15T07:40', removedDeviceIds: one.deviceIds };
  expect(await report(one, long)).toEqual({
    ok: false,
    reason: { kind: 'takes-too-long', field: 'endedAt' },
  });
});

test('of the kinds of operation only another one becomes a removal, whatever program writes it', async () => {
  const one = await consolidatingCase(staff, now);
  const other = await operate(one, 'other', []);
  const { facts } = await stateOf(one);
  const index = facts.operations.find(({ kind }) => kind === 'index')?.id;
  const foreign = (await operate(await consolidatingCase(staff, now), 'other', [])).id;
  const write = (kind: string, correctsId: string | undefined) => {
    const row = {
      id: newId(),
      case_id: one.caseId,
      kind,
      corrects_id: correctsId,
      ended_at: timestamp(endedAt),
    };
    const recording = {
      retracted: false,
      note: null,
      recorded_by: staff.nurse.personId,
      recorded_at: timestamp(now),
    };
    return pool().query(insertInto('operation', [{ ...row, ...recording }]));
  };
  for (const [kind, correctsId] of [
    ['removal', index],
    ['other', index],
    ['removal', foreign],
    ['index', other.id],
  ] as const)
    await expect(write(kind, correctsId)).rejects.toMatchObject({ constraint: 'operation_correction' });
  await write('removal', other.id);
});
