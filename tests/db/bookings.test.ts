import { beforeAll, describe, expect, test } from 'vitest';
import { findCase } from '#lib/data/case-facts.ts';
import { newId } from '#lib/data/new-id.ts';
import { pool } from '#lib/data/pool.ts';
import { findTheatrePlan } from '#lib/data/schedules.ts';
import type { Actor } from '#lib/domain/access/actor.ts';
import { assess } from '#lib/domain/assess.ts';
import { currentBooking } from '#lib/domain/booking/booking.ts';
import { HOUR_MS } from '#lib/domain/units.ts';
import { bookSlot } from '#lib/operations/book-slot.ts';
import { cancelBooking } from '#lib/operations/cancel-booking.ts';
import { confirmBooking } from '#lib/operations/confirm-booking.ts';
import { moveBooking } from '#lib/operations/move-booking.ts';
import { postponeBooking } from '#lib/operations/postpone-booking.ts';
import { recordCheck } from '#lib/operations/record-check.ts';
import { saveTheatreSettings } from '#lib/operations/save-theatre-settings.ts';
import type { BookSlotInput } from '#lib/schemas/booking.ts';
import { saveTheatreSettingsInput } from '#lib/schemas/theatre.ts';
import { consolidatingCase, makeTheatre, newBooking } from '#tests/factories/booked-case.ts';
import { accepted, DAY_MS, type RecordedCase } from '#tests/factories/recorded-case.ts';
import { type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';

const now = Date.UTC(2026, 2, 16, 12);
let staff: Staff;
let roomId: string;
let other: string;
let cases: RecordedCase[];

beforeAll(async () => {
  staff = await staffClinic('north', now - 200 * DAY_MS);
  roomId = (await makeTheatre(staff, now - 100 * DAY_MS)).roomId;
  other = (await makeTheatre(staff, now - 100 * DAY_MS, { name: 'Theatre 2' })).roomId;
  cases = await Promise.all(Array.from({ length: 12 }, () => consolidatingCase(staff, now)));
});

const caseAt = (index: number) => cases[index]?.caseId ?? ('' as RecordedCase['caseId']);
const book = (index: number, input: BookSlotInput, at = now, actor: Actor = staff.scheduler) =>
  bookSlot({ actor, caseId: caseAt(index), input, now: at });

async function bookingOf(index: number, at = now) {
  const record = await findCase(pool(), { clinicId: staff.clinicId, caseId: caseAt(index) });
  return record && currentBooking(record.facts.removal.bookings, (instant) => instant <= at);
}

const overlaps = async () =>
  (
    await pool().query(`SELECT FROM theatre_slot a JOIN theatre_slot b ON a.booking_id < b.booking_id
      AND ((a.room_id = b.room_id AND a.room_during && b.room_during) OR (a.surgeon_id = b.surgeon_id AND a.during && b.during)
        OR (a.patient_id = b.patient_id AND a.during && b.during))`)
  ).rowCount;

describe('a time in a theatre', () => {
  test('is read on the clock of the clinic and comes back as it went in', async () => {
    const input = newBooking(staff, roomId, '2026-03-17T07:30');
    expect(await book(0, input)).toEqual({ ok: true, value: { bookingId: input.bookingId, seq: 1 } });
    expect(await bookingOf(0)).toMatchObject({
      status: 'confirmed',
      place: {
        roomId,
        startsAt: Date.UTC(2026, 2, 17, 6, 30),
        endsAt: Date.UTC(2026, 2, 17, 7, 30),
        cleaningMin: 30,
      },
    });
  });

  test('stays 07:30 in the theatre after the clocks have changed', async () => {
    accepted(await book(1, newBooking(staff, roomId, '2026-03-30T07:30')));
    expect((await bookingOf(1))?.place.startsAt).toBe(Date.UTC(2026, 2, 30, 5, 30));
  });

  test('that the clocks skip is refused with its field', async () => {
    const skipped = newBooking(staff, roomId, '2026-03-29T02:30');
    expect(await book(2, skipped)).toMatchObject({
      ok: false,
      reason: { kind: 'time-does-not-exist', field: 'startsAt' },
    });
  });

  test('sent again is the same booking', async () => {
    const input = newBooking(staff, roomId, '2026-03-18T07:30');
    const first = await book(3, input);
    expect(await book(3, input)).toEqual(first);
    expect(await book(3, { ...input, durationMin: 65 })).toMatchObject({ reason: { kind: 'id-reused' } });
  });
});

describe('two bookings', () => {
  test('may follow each other without a pause once the room is clean, not before', async () => {
    accepted(await book(4, newBooking(staff, roomId, '2026-03-19T07:30')));
    const tooSoon = await book(5, newBooking(staff, roomId, '2026-03-19T08:55'));
    expect(tooSoon).toMatchObject({
      ok: false,
      reason: {
        kind: 'slot-taken',
        conflicts: [{ room: true, surgeon: false, patient: false, roomName: 'Theatre 1' }],
      },
    });
    accepted(await book(5, newBooking(staff, roomId, '2026-03-19T09:00')));
  });

  test('cannot share a surgeon in two rooms, and who was told is who booked', async () => {
    const answer = await book(6, newBooking(staff, other, '2026-03-19T07:45'));
    const reason = answer.ok || answer.reason.kind !== 'slot-taken' ? null : answer.reason;
    expect(reason?.conflicts).toMatchObject([
      { surgeon: true, room: false, by: expect.stringContaining('scheduler') },
    ]);
    accepted(await book(6, newBooking(staff, other, '2026-03-19T10:00')));
  });

  test('cannot be of one case: the one it has is to be moved', async () => {
    const again = await book(4, newBooking(staff, roomId, '2026-03-25T07:30'));
    expect(again).toEqual({ ok: false, reason: { kind: 'already-booked' } });
  });

  test('are kept apart by the database, whatever program writes them', async () => {
    const taken = (await bookingOf(4))?.place;
    const insert = `INSERT INTO theatre_slot (booking_id, clinic_id, case_id, patient_id, room_id, surgeon_id, during, room_during)
      SELECT gen_random_uuid(), clinic_id, gen_random_uuid(), gen_random_uuid(), room_id, gen_random_uuid(), during, room_during
      FROM theatre_slot WHERE case_id = $1`;
    expect(taken).toBeDefined();
    await expect(pool().query(insert, [caseAt(4)])).rejects.toThrow(/theatre_slot_room_free/);
  });
});

describe('a move', () => {
  test('that is refused loses nothing', async () => {
    const before = await bookingOf(5);
    const { bookingId, seq } = { bookingId: before?.id ?? '', seq: before?.seq ?? 0 };
    const { firm: _, ...input } = newBooking(staff, roomId, '2026-03-19T07:40', { bookingId, seq });
    const move = (change: object, at = now) =>
      moveBooking({
        actor: staff.scheduler,
        caseId: caseAt(5),
        input: { ...input, id: newId(), ...change },
        now: at,
      });
    expect(await move({})).toMatchObject({ ok: false, reason: { kind: 'slot-taken' } });
    expect(await bookingOf(5)).toEqual(before);
    const moved = await move({ startsAt: Date.UTC(2026, 2, 24, 9) });
    expect(moved).toEqual({ ok: true, value: { bookingId, seq: 2 } });
    const stale = await move({ startsAt: Date.UTC(2026, 2, 24, 12) });
    expect(stale).toEqual({ ok: false, reason: { kind: 'booking-changed', status: 'confirmed' } });
    // The old time is free again.
    accepted(await book(7, newBooking(staff, roomId, '2026-03-19T09:00')));
  });
});

describe('outside the window or the plan', () => {
  test('needs a reason and a surgeon, and is never an overlap', async () => {
    const late = (reason: string | null, at = '2026-05-20T06:00') =>
      newBooking(staff, roomId, at, { reason });
    expect(await book(8, late('family away'))).toEqual({
      ok: false,
      reason: {
        kind: 'departs',
        departures: ['after-window', 'outside-block', 'outside-hours'],
        mayOverride: false,
      },
    });
    expect(await book(8, late(null), now, staff.surgeon)).toMatchObject({
      reason: { kind: 'departs', mayOverride: true },
    });
    accepted(await book(8, late('family away'), now, staff.surgeon));
    const overlap = newBooking(staff, roomId, '2026-05-20T06:30', { reason: 'urgent' });
    expect(await book(9, overlap, now, staff.surgeon)).toMatchObject({ reason: { kind: 'slot-taken' } });
  });

  test('is before the end of consolidation too', async () => {
    const early = await consolidatingCase(staff, now, 20);
    const input = newBooking(staff, roomId, '2026-03-26T07:30');
    const at = { actor: staff.scheduler, caseId: early.caseId, now };
    expect(await bookSlot({ ...at, input })).toMatchObject({
      reason: { kind: 'departs', departures: ['before-window'] },
    });
  });
});

describe('a hold', () => {
  test('frees its time when it runs out, under a clock that jumps', async () => {
    const startsAt = '2026-04-01T07:30';
    const held = newBooking(staff, roomId, startsAt, { firm: false });
    accepted(await book(9, held));
    expect(await book(10, newBooking(staff, roomId, startsAt))).toMatchObject({
      reason: { kind: 'slot-taken', conflicts: [{ holdUntil: now + 48 * HOUR_MS }] },
    });
    const over = now + 48 * HOUR_MS;
    expect(await bookingOf(9, over)).toMatchObject({ status: 'expired' });
    accepted(await book(10, newBooking(staff, roomId, startsAt), over));
    // Back before the hold ran out: its time is somebody else's all the same.
    const confirm = { id: newId(), bookingId: held.bookingId, seq: 1 };
    const late = await confirmBooking({
      actor: staff.scheduler,
      caseId: caseAt(9),
      input: confirm,
      now: over - 1,
    });
    expect(late).toMatchObject({ ok: false, reason: { kind: 'hold-expired' } });
    expect(await overlaps()).toBe(0);
  });

  test('becomes a booking when it is confirmed in time', async () => {
    const held = newBooking(staff, roomId, '2026-04-02T07:30', { firm: false });
    accepted(await book(9, held));
    const confirm = { id: newId(), bookingId: held.bookingId, seq: 1 };
    const at = { actor: staff.scheduler, caseId: caseAt(9), input: confirm };
    accepted(await confirmBooking({ ...at, now: now + HOUR_MS }));
    expect(await bookingOf(9, now + 100 * HOUR_MS)).toMatchObject({ status: 'confirmed', seq: 2 });
  });
});

test('postponed waits with its reason and can be booked again; cancelled is over', async () => {
  const input = newBooking(staff, roomId, '2026-04-03T07:30');
  accepted(await book(11, input));
  const of = { actor: staff.scheduler, caseId: caseAt(11), now };
  const giveUp = { id: newId(), bookingId: input.bookingId, seq: 1, reason: 'a cold' };
  accepted(await postponeBooking({ ...of, input: giveUp }));
  expect(await bookingOf(11)).toMatchObject({ status: 'postponed', reason: 'a cold' });
  accepted(
    await book(11, newBooking(staff, roomId, '2026-04-07T07:30', { bookingId: input.bookingId, seq: 2 })),
  );
  expect(await bookingOf(11)).toMatchObject({ status: 'confirmed', seq: 3 });
  accepted(await cancelBooking({ ...of, input: { ...giveUp, id: newId(), seq: 3 } }));
  expect(await bookingOf(11)).toMatchObject({ status: 'cancelled' });
  const again = await cancelBooking({ ...of, input: { ...giveUp, id: newId(), seq: 4 } });
  expect(again).toMatchObject({ reason: { kind: 'booking-changed' } });
  const states = 'UPDATE booking_state SET reason = $1';
  await expect(pool().query(states, ['x'])).rejects.toThrow(/append-only/);
});

test('a check of the template is recorded, another is refused', async () => {
  const record = (key: string) =>
    recordCheck({
      actor: staff.scheduler,
      caseId: caseAt(0),
      input: { id: newId(), key, state: 'passed', note: null },
      now,
    });
  accepted(await record('consent'));
  expect(await record('horoscope')).toEqual({ ok: false, reason: { kind: 'check-unknown', field: 'key' } });
  const found = await findCase(pool(), { clinicId: staff.clinicId, caseId: caseAt(0) });
  expect(found?.facts.removal.checks).toMatchObject([{ key: 'consent', state: 'passed', recordedAt: now }]);
});

test('a check that is worded otherwise keeps its key, and with it what was recorded of it', async () => {
  const planOf = async () =>
    (await findTheatrePlan(pool(), staff.clinicId, Math.floor(now / DAY_MS))).settings;
  const save = async (checks: { key: string; label: string }[]) => {
    const { version } = await planOf();
    const input = saveTheatreSettingsInput.parse({
      ...{ version, removalMin: '60', holdHours: '48', leadHours: '12', namesInCalendars: false, checks },
    });
    accepted(await saveTheatreSettings({ actor: staff.scheduler, input, now }));
    return (await planOf()).checks;
  };
  const consent = { key: 'consent', label: 'Consent of both parents signed' };
  expect(
    await save([consent, { key: '', label: 'Consent' }, { key: 'airway', label: 'Seen by anaesthesia' }]),
  ).toEqual([
    consent,
    { key: 'consent-2', label: 'Consent' },
    { key: 'airway', label: 'Seen by anaesthesia' },
  ]);
  expect((await planOf()).leadMin).toBe(12 * 60);
  const standing = await findCase(pool(), { clinicId: staff.clinicId, caseId: caseAt(0) });
  const criteria = standing && assess(standing.facts, now).removal?.criteria;
  expect(criteria?.find(({ kind }) => kind === 'consent')?.state).toBe('met');
  // A key that no check of before has is nobody's: a new check begins without a record.
  expect(await save([consent, { key: 'imaging', label: 'Weight' }])).toEqual([
    consent,
    { key: 'weight', label: 'Weight' },
  ]);
});

test('the same case booked 40 times at once has one booking, and nobody overlaps', async () => {
  const racing = await Promise.all(Array.from({ length: 8 }, () => consolidatingCase(staff, now)));
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, index) => {
      const caseId = racing[index % 8]?.caseId ?? caseAt(0);
      return bookSlot({
        actor: staff.scheduler,
        caseId,
        input: newBooking(staff, roomId, '2026-04-08T07:30'),
        now,
      });
    }),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const kinds = new Set(answers.flatMap((answer) => (answer.ok ? [] : [answer.reason.kind])));
  expect([...kinds].sort()).toEqual(['already-booked', 'slot-taken']);
  expect(await overlaps()).toBe(0);
});
