import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { newToken } from '#lib/auth/token.ts';
import { findFeed, listCalendarEntries } from '#lib/data/calendar-feeds.ts';
import { findCase } from '#lib/data/case-facts.ts';
import { newId } from '#lib/data/new-id.ts';
import { pool } from '#lib/data/pool.ts';
import { findRemovalReport } from '#lib/data/removal-reports.ts';
import { insertInto, timestamp } from '#lib/data/statement.ts';
import { HOUR_MS, MINUTE_MS } from '#lib/domain/units.ts';
import { bookSlot } from '#lib/operations/book-slot.ts';
import { closeCase } from '#lib/operations/close-case.ts';
import { makeCalendarFeed } from '#lib/operations/make-calendar-feed.ts';
import { moveBooking } from '#lib/operations/move-booking.ts';
import { recordComplication } from '#lib/operations/record-complication.ts';
import { recordOperation } from '#lib/operations/record-operation.ts';
import { recordRemoval } from '#lib/operations/record-removal.ts';
import { recordTurnReports } from '#lib/operations/record-turn-reports.ts';
import { recordRemovalInput } from '#lib/schemas/removal.ts';
import { consolidatingCase, makeTheatre, newBooking } from '#tests/factories/booked-case.ts';
import {
  accepted,
  DAY_MS,
  newComplication,
  newReport,
  type RecordedCase,
} from '#tests/factories/recorded-case.ts';
import { type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';

const now = Date.UTC(2026, 2, 16, 12);
let staff: Staff;
let roomId: string;
let other: string;
let one: RecordedCase;

beforeAll(async () => {
  staff = await staffClinic('north', now - 200 * DAY_MS);
  roomId = (await makeTheatre(staff, now - 100 * DAY_MS)).roomId;
  other = (await makeTheatre(staff, now - 100 * DAY_MS, { name: 'Theatre 2' })).roomId;
  one = await consolidatingCase(staff, now);
});

const inputOf = (change: Record<string, unknown> = {}) =>
  recordRemovalInput.parse({
    id: newId(),
    startedAt: '2026-03-17T07:40',
    endedAt: '2026-03-17T08:55',
    removedDeviceIds: one.deviceIds,
    findings: 'Bone firm on both sides.',
    stayedIn: 'Two footplates that resorb',
    complications: [],
    visits: [{ id: newId(), day: '2026-06-17', purpose: 'wound and head circumference' }],
    ...change,
  });

/** What a form would send of an injured dura. */
const tear = (change: Record<string, unknown> = {}) => ({
  ...{ id: newId(), kind: 'csf-leak', failure: '', deviceId: '', note: 'Sutured.' },
  ...{ clavienDindo: 'IIIb', severity: '', settled: false },
  ...change,
});

test('a removal ends the booking, takes the devices out, plans the visits and closes the case, all or nothing', async () => {
  const { caseId } = one;
  const booking = newBooking(staff, roomId, '2026-03-17T07:30');
  accepted(await bookSlot({ actor: staff.scheduler, caseId, input: booking, now }));
  const after = Date.UTC(2026, 2, 17, 9);
  const version = {
    closedAs: 'transferred' as const,
    reason: 'moved away',
    version: 1,
    confirmedName: 'Tester',
  };
  expect(await closeCase({ actor: staff.surgeon, caseId, input: version, now: after })).toMatchObject({
    reason: { kind: 'removal-booked' },
  });
  const record = (change = {}, actor = staff.surgeon) =>
    recordRemoval({ actor, caseId, input: inputOf(change), now: after });
  const refusals = await Promise.all([
    record({ endedAt: '2026-03-17T07:00' }),
    record({ endedAt: '2026-03-18T07:00' }),
    record({ removedDeviceIds: [] }),
    record({ complications: [tear({ deviceId: newId() })] }),
    record({ complications: [tear()] }, staff.scheduler),
  ]);
  expect(refusals.map((answer) => (answer.ok ? null : answer.reason.kind))).toEqual([
    'ends-before-it-starts',
    'in-the-future',
    'nothing-taken-out',
    'complication-device-unknown',
    'may-not-record-complications',
  ]);
  const complication = tear({ settled: true });
  const done = accepted(await record({ complications: [complication] }));
  expect(done.isCompleted).toBe(true);
  const found = await findCase(pool(), { clinicId: staff.clinicId, caseId });
  expect(found?.header).toMatchObject({ closedAt: after, closedAs: 'completed' });
  expect(found?.facts.complications).toMatchObject([
    { id: complication.id, kind: 'csf-leak', steps: [{ clavienDindo: 'IIIb' }, { kind: 'resolved' }] },
  ]);
  expect(found?.facts.devices.every(({ removedAt }) => removedAt === Date.UTC(2026, 2, 17, 7, 55))).toBe(
    true,
  );
  expect(found?.facts.removal.bookings.at(-1)).toMatchObject({ change: 'done', seq: 2, place: null });
  expect((await pool().query('SELECT FROM theatre_slot WHERE case_id = $1', [caseId])).rowCount).toBe(0);
  expect(await findRemovalReport(caseId)).toMatchObject({
    findings: 'Bone firm on both sides.',
    stayedIn: 'Two footplates that resorb',
    complications: null,
    complicationIds: [complication.id],
    visits: [{ purpose: 'wound and head circumference' }],
  });
  await expect(pool().query('DELETE FROM removal_complication')).rejects.toThrow(/append-only/);
});

const removedAt = Date.UTC(2026, 2, 17, 9);
const removalOf = (of: RecordedCase, change: Record<string, unknown> = {}) =>
  recordRemoval({
    actor: staff.scheduler,
    caseId: of.caseId,
    input: inputOf({ removedDeviceIds: of.deviceIds, ...change }),
    now: removedAt,
  });
const visitsOf = async ({ caseId }: RecordedCase) =>
  (await findCase(pool(), { clinicId: staff.clinicId, caseId }))?.facts.removal.visits.length;
const headerOf = async ({ caseId }: RecordedCase) =>
  (await findCase(pool(), { clinicId: staff.clinicId, caseId }))?.header;

const rulesOf = async ({ caseId }: RecordedCase) => {
  const text = `SELECT flag -> 'evidence' ->> 'rule' AS rule FROM case_standing, json_array_elements(assessment -> 'flags') flag
    WHERE case_id = $1`;
  return (await pool().query<{ rule: string }>(text, [caseId])).rows.map(({ rule }) => rule);
};

test('a case stays open while a device is in place or a complication is open', async () => {
  const [two, ill] = await Promise.all([consolidatingCase(staff, now), consolidatingCase(staff, now)]);
  const first = await removalOf(two, { removedDeviceIds: two.deviceIds.slice(1) });
  expect(accepted(first).isCompleted).toBe(false);
  expect(await headerOf(two)).toMatchObject({ closedAt: null, closedAs: null });
  expect(await rulesOf(two)).toContain('removal-unbooked');
  const again = newBooking(staff, roomId, '2026-03-19T07:30');
  accepted(await bookSlot({ actor: staff.scheduler, caseId: two.caseId, input: again, now: removedAt }));
  expect(await rulesOf(two)).not.toContain('removal-unbooked');
  expect(accepted(await removalOf(two, { removedDeviceIds: two.deviceIds.slice(0, 1) })).isCompleted).toBe(
    true,
  );
  expect(await removalOf(two)).toMatchObject({ reason: { kind: 'removed-before' } });

  const input = inputOf({ removedDeviceIds: ill.deviceIds, complications: [tear()] });
  const open = await recordRemoval({ actor: staff.nurse, caseId: ill.caseId, input, now: removedAt });
  expect(accepted(open).isCompleted).toBe(false);
});

test('a completed case takes what follow-up brings, no turns, and is open again when its removal is withdrawn', async () => {
  const three = await consolidatingCase(staff, now);
  const { caseId } = three;
  const operationId = accepted(await removalOf(three)).id;
  const later = removedAt + 90 * DAY_MS;
  const at = { actor: staff.nurse, caseId, now: later };
  const relapse = newComplication({ kind: 'relapse', deviceId: null }, later);
  accepted(await recordComplication({ ...at, input: relapse }));
  const turns = { reports: [newReport(three.deviceIds[0] ?? '', three.firstDay)] };
  expect(await recordTurnReports({ ...at, input: turns })).toMatchObject({ reason: { kind: 'case-closed' } });
  for (const kind of ['removal', 'other'] as const) {
    const another = { id: newId(), kind, note: null, removedDeviceIds: [], retracted: false };
    const input = { ...another, endedAt: removedAt, correctsId: null };
    expect(await recordOperation({ ...at, input })).toMatchObject({ reason: { kind: 'case-closed' } });
  }
  const visits = () => visitsOf(three);
  expect(await visits()).toBe(1);
  const never = { kind: 'removal' as const, note: null, removedDeviceIds: [], retracted: true };
  const input = { id: newId(), ...never, endedAt: removedAt, correctsId: operationId };
  accepted(await recordOperation({ ...at, input }));
  expect(await headerOf(three)).toMatchObject({ closedAt: null, closedAs: null });
  expect(await visits()).toBe(0);
  const { rowCount } = await pool().query('SELECT FROM case_standing WHERE case_id = $1', [caseId]);
  expect(rowCount).toBe(1);
});

test('a removal that was corrected stands with its report and visits, until the correction is withdrawn', async () => {
  const corrected = await consolidatingCase(staff, now);
  const { caseId, deviceIds } = corrected;
  const operationId = accepted(await removalOf(corrected)).id;
  const correct = async (correctsId: string, retracted: boolean) => {
    const change = { correctsId, retracted, removedDeviceIds: retracted ? [] : deviceIds };
    const input = {
      id: newId(),
      kind: 'removal' as const,
      note: null,
      endedAt: removedAt - HOUR_MS,
      ...change,
    };
    return accepted(await recordOperation({ actor: staff.nurse, caseId, now: removedAt, input })).id;
  };
  const told = async () => [await visitsOf(corrected), (await findRemovalReport(caseId))?.operationId];
  const later = await correct(await correct(operationId, false), false);
  expect(await told()).toEqual([1, operationId]);
  await correct(later, true);
  expect(await told()).toEqual([0, undefined]);
});

test('what the hardware sheet said of an arm before is said by its device, once, where the device did not', async () => {
  const { caseId, deviceIds } = await consolidatingCase(staff, now);
  const sheetSays = (deviceId: string | undefined, arm: string | null, at: number) => {
    const row = { id: newId(), case_id: caseId, device_id: deviceId, arm, recorded_at: timestamp(at) };
    return pool().query(insertInto('hardware_entry', [{ ...row, recorded_by: staff.nurse.personId }]));
  };
  await sheetSays(deviceIds[0], 'on', now - DAY_MS);
  await sheetSays(deviceIds[0], 'off', now);
  await sheetSays(deviceIds[1], 'off', now - DAY_MS);
  await sheetSays(deviceIds[1], 'on', now);
  const migration = readFileSync('prisma/migrations/0024_removal_complications/migration.sql', 'utf8');
  const takeOver = migration.slice(migration.indexOf('INSERT INTO device_event'));
  await pool().query(takeOver);
  await pool().query(takeOver);
  const events = (await findCase(pool(), { clinicId: staff.clinicId, caseId }))?.facts.deviceEvents;
  expect(events).toMatchObject([{ kind: 'arm-removed', deviceId: deviceIds[0], at: now }]);
});

test('a calendar shows what is booked and what has left it, under one id, until its address is stopped', async () => {
  const { caseId } = await consolidatingCase(staff, now);
  const make = (of: string | null, tokenHash: string | null, actor = staff.surgeon) =>
    makeCalendarFeed({ actor, input: { roomId: of, tokenHash }, now });
  const [mine, room] = [newToken(), newToken()];
  accepted(await make(null, mine.tokenHash));
  accepted(await make(roomId, room.tokenHash, staff.scheduler));
  expect(await make(null, newToken().tokenHash, staff.scheduler)).toMatchObject({
    reason: { kind: 'not-a-surgeon' },
  });
  const read = async (tokenHash: string, at = now) => {
    const feed = await findFeed(pool(), tokenHash);
    const entries = feed ? await listCalendarEntries(pool(), feed, { from: now, now: at }) : null;
    return (
      entries?.map(({ bookingId, seq, isHeld, isOff, roomName }) => [
        bookingId,
        seq,
        isHeld,
        isOff,
        roomName,
      ]) ?? null
    );
  };
  const held = newBooking(staff, roomId, '2026-03-24T07:30', { firm: false });
  accepted(await bookSlot({ actor: staff.scheduler, caseId, input: held, now }));
  const { bookingId } = held;
  const before = (await read(room.tokenHash))?.filter(([id]) => id === bookingId);
  expect(before).toEqual([[bookingId, 1, true, false, 'Theatre 1']]);
  const { firm: _, ...place } = newBooking(staff, other, '2026-03-24T07:30', { bookingId, seq: 1 });
  accepted(await moveBooking({ actor: staff.scheduler, caseId, input: place, now: now + MINUTE_MS }));
  const of = async (tokenHash: string, at?: number) =>
    (await read(tokenHash, at))?.filter(([id]) => id === bookingId);
  expect(await of(room.tokenHash)).toEqual([[bookingId, 2, true, true, 'Theatre 1']]);
  expect(await of(mine.tokenHash)).toEqual([[bookingId, 2, true, false, 'Theatre 2']]);
  expect(await of(mine.tokenHash, now + 48 * HOUR_MS)).toEqual([[bookingId, 2, true, true, 'Theatre 2']]);
  accepted(await make(roomId, null, staff.scheduler));
  expect(await read(room.tokenHash)).toBeNull();
  const again = newToken();
  accepted(await make(null, again.tokenHash));
  expect([await read(mine.tokenHash), (await read(again.tokenHash)) !== null]).toEqual([null, true]);
});
