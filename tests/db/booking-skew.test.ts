import { beforeAll, expect, test } from 'vitest';
import { newId } from '#lib/data/new-id.ts';
import { pool } from '#lib/data/pool.ts';
import { isoDay } from '#lib/domain/case-day.ts';
import { HOUR_MS } from '#lib/domain/units.ts';
import { addBlock } from '#lib/operations/add-block.ts';
import { bookSlot } from '#lib/operations/book-slot.ts';
import { cancelBooking } from '#lib/operations/cancel-booking.ts';
import { removeFromPlan } from '#lib/operations/remove-from-plan.ts';
import { consolidatingCase, makeTheatre, newBooking } from '#tests/factories/booked-case.ts';
import { accepted, DAY_MS, type RecordedCase } from '#tests/factories/recorded-case.ts';
import { type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';

const now = Date.UTC(2026, 2, 16, 12);
const TODAY = Math.floor(now / DAY_MS);
let staff: Staff;
let roomId: string;
let cases: RecordedCase[];

beforeAll(async () => {
  staff = await staffClinic('north', now - 200 * DAY_MS);
  roomId = (await makeTheatre(staff, now - 100 * DAY_MS)).roomId;
  cases = await Promise.all(Array.from({ length: 3 }, () => consolidatingCase(staff, now)));
});

const caseAt = (index: number) => cases[index]?.caseId ?? ('' as RecordedCase['caseId']);

async function giveUp(caseId: RecordedCase['caseId'], bookingId: string) {
  const input = { id: newId(), bookingId, seq: 1, reason: 'next trial' };
  accepted(await cancelBooking({ actor: staff.scheduler, caseId, input, now }));
}

test('a block removed while it is booked: the booking is refused, or the one who removes it is told of it', async () => {
  let bookedFirst = 0;
  for (let trial = 0; trial < 50; trial++) {
    const day = TODAY + 2 + (trial % 10);
    const evening = {
      weekday: (day + 4) % 7,
      fromMin: 17 * 60 + 30,
      untilMin: 19 * 60,
      firstDay: day,
      lastDay: day,
    };
    const block = { id: newId(), surgeonId: staff.surgeon.personId, roomId, ...evening };
    accepted(await addBlock({ actor: staff.scheduler, input: block, now }));
    const input = newBooking(staff, roomId, `${isoDay(day)}T17:30`);
    const remove = () =>
      removeFromPlan({ actor: staff.scheduler, input: { id: block.id, what: 'block' }, now });
    const book = () => bookSlot({ actor: staff.scheduler, caseId: caseAt(0), input, now });
    // The first is booked before the block goes; the others go for it at once, now the one first, now the other.
    const [booked, removed] =
      trial === 0
        ? [await book(), await remove()]
        : trial % 2 === 0
          ? await Promise.all([book(), remove()])
          : await Promise.all([remove(), book()]).then(([gone, made]) => [made, gone] as const);
    const { orphanIds } = accepted(removed);
    expect(orphanIds.includes(input.bookingId)).toBe(booked.ok);
    if (!booked.ok) expect(booked.reason.kind).toBe('departs');
    if (booked.ok) {
      bookedFirst++;
      await giveUp(caseAt(0), input.bookingId);
    }
  }
  expect(bookedFirst).toBeGreaterThan(0);
});

test('an override and an ordinary booking of times that cross: one of them is there', async () => {
  for (let trial = 0; trial < 50; trial++) {
    const at = Date.UTC(2026, 2, 18 + (trial % 8), 15, 30);
    const ordinary = newBooking(staff, roomId, at);
    // Begins half an hour later and ends after the block and the room: a surgeon may, with a reason.
    const override = newBooking(staff, roomId, at + HOUR_MS / 2, { durationMin: 180, reason: 'long case' });
    const [one, two] = await Promise.all([
      bookSlot({ actor: staff.scheduler, caseId: caseAt(1), input: ordinary, now }),
      bookSlot({ actor: staff.surgeon, caseId: caseAt(2), input: override, now }),
    ]);
    expect([one.ok, two.ok].filter(Boolean)).toHaveLength(1);
    const refusal = one.ok ? two : one;
    expect(refusal.ok ? null : refusal.reason.kind).toBe('slot-taken');
    if (one.ok) await giveUp(caseAt(1), ordinary.bookingId);
    if (two.ok) await giveUp(caseAt(2), override.bookingId);
  }
});

test('the times that are taken follow from the histories alone', async () => {
  accepted(
    await bookSlot({
      actor: staff.scheduler,
      caseId: caseAt(0),
      input: newBooking(staff, roomId, '2026-03-27T07:30'),
      now,
    }),
  );
  const taken = `SELECT booking_id, room_id, surgeon_id, lower(during) AS f, upper(room_during) AS u, hold_until FROM theatre_slot ORDER BY 1`;
  const told = `SELECT booking_id, room_id, surgeon_id, starts_at AS f, ends_at + make_interval(mins => cleaning_min) AS u, hold_until
    FROM booking_state s WHERE room_id IS NOT NULL
      AND seq = (SELECT max(seq) FROM booking_state o WHERE o.booking_id = s.booking_id) ORDER BY 1`;
  const { rows } = await pool().query(taken);
  expect(rows).toHaveLength(1);
  expect(rows).toEqual((await pool().query(told)).rows);
});
