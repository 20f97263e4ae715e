import { beforeAll, expect, test } from 'vitest';
import { newId } from '#lib/data/new-id.ts';
import { pool } from '#lib/data/pool.ts';
import { findTheatrePlan } from '#lib/data/schedules.ts';
import { listTheatreBookings } from '#lib/data/theatre-slots.ts';
import { dayOf } from '#lib/domain/case-day.ts';
import { bookSlot } from '#lib/operations/book-slot.ts';
import { recordOperation } from '#lib/operations/record-operation.ts';
import { recordRemoval } from '#lib/operations/record-removal.ts';
import { recordRemovalInput } from '#lib/schemas/removal.ts';
import { theatreList } from '#lib/view/theatre-list.ts';
import { consolidatingCase, makeTheatre, newBooking } from '#tests/factories/booked-case.ts';
import { accepted, DAY_MS, type RecordedCase } from '#tests/factories/recorded-case.ts';
import { type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';

const now = Date.UTC(2026, 2, 16, 12);
const after = Date.UTC(2026, 2, 17, 9);
const UNKNOWN = 'lot not recorded, driver not recorded, arm not recorded';
let staff: Staff;
let roomId: string;
let one: RecordedCase;
let bookingId: string;

beforeAll(async () => {
  staff = await staffClinic('north', now - 200 * DAY_MS);
  roomId = (await makeTheatre(staff, now - 100 * DAY_MS)).roomId;
  one = await consolidatingCase(staff, now);
  const booking = newBooking(staff, roomId, '2026-03-17T07:30');
  bookingId = booking.bookingId;
  accepted(await bookSlot({ actor: staff.scheduler, caseId: one.caseId, input: booking, now }));
});

/** The rows of the list of that week, as printed. */
const rows = async () => {
  const period = { from: now - DAY_MS, until: now + 7 * DAY_MS, now: after };
  const [plan, bookings] = await Promise.all([
    findTheatrePlan(pool(), staff.clinicId, dayOf('UTC', now)),
    listTheatreBookings(pool(), staff.clinicId, period),
  ]);
  return theatreList(plan.schedule, bookings).flatMap((group) => group.rows);
};

const correct = async (correctsId: string, removedDeviceIds: readonly string[], retracted = false) => {
  const said = { kind: 'removal' as const, note: null, removedDeviceIds: [...removedDeviceIds], retracted };
  const input = { id: newId(), endedAt: Date.UTC(2026, 2, 17, 7, 55), correctsId, ...said };
  return accepted(await recordOperation({ actor: staff.surgeon, caseId: one.caseId, input, now: after })).id;
};

test('the list says what is in place, once done what was taken out, and no more of a removal that was withdrawn', async () => {
  const line = (place: number) => expect.stringMatching(new RegExp(`^${'AB'[place]}, .*${UNKNOWN}$`));
  const ahead = { bookingId, isDone: false, time: '07:30\u201308:30', hardware: [line(0), line(1)] };
  expect(await rows()).toMatchObject([ahead]);

  const [first = '', second = ''] = one.deviceIds;
  const input = recordRemovalInput.parse({
    ...{ id: newId(), startedAt: '2026-03-17T07:40', endedAt: '2026-03-17T08:55' },
    ...{ findings: 'Bone firm.', stayedIn: null, complications: [], visits: [] },
    removedDeviceIds: [first, second],
  });
  accepted(await recordRemoval({ actor: staff.surgeon, caseId: one.caseId, input, now: after }));
  const done = { bookingId, isDone: true, time: '07:40\u201308:55' };
  expect(await rows()).toMatchObject([{ ...done, hardware: [line(0), line(1)] }]);

  const partial = await correct(input.id, [second]);
  expect(await rows()).toMatchObject([{ ...done, hardware: [line(1)] }]);

  await correct(partial, [], true);
  expect(await rows()).toEqual([]);
});

test('a booking with nothing in place says so', async () => {
  const { caseId, deviceIds } = await consolidatingCase(staff, now);
  const booking = newBooking(staff, roomId, '2026-03-18T07:30');
  accepted(await bookSlot({ actor: staff.scheduler, caseId, input: booking, now }));
  const said = { kind: 'other' as const, note: null, removedDeviceIds: deviceIds, retracted: false };
  const input = { id: newId(), endedAt: now, correctsId: null, ...said };
  accepted(await recordOperation({ actor: staff.surgeon, caseId, input, now: after }));
  const found = (await rows()).find((row) => row.bookingId === booking.bookingId);
  expect(found).toMatchObject({ isDone: false, hardware: ['Nothing is in place'] });
});
