import { newId } from '#lib/data/new-id.ts';
import { pool } from '#lib/data/pool.ts';
import { insertInto, timestamp } from '#lib/data/statement.ts';
import type { Instant } from '#lib/domain/units.ts';
import { recordCourseEvent } from '#lib/operations/record-course-event.ts';
import { bookSlotInput } from '#lib/schemas/booking.ts';
import { accepted, DAY_MS, type RecordedCase, recordCase } from './recorded-case.ts';
import type { Staff } from './staffed-clinic.ts';

/** A theatre open every day of the week, with a block of the surgeon in it from 07:30 to 17:30. */
export async function makeTheatre(
  staff: Staff,
  now: Instant,
  { name = 'Theatre 1', cleaningMin = 30 } = {},
): Promise<{ roomId: string; blockIds: string[] }> {
  const roomId = newId();
  const createdAt = timestamp(now);
  const of = { clinic_id: staff.clinicId, created_at: createdAt };
  const weekdays = [0, 1, 2, 3, 4, 5, 6];
  const hours = { opens_min: 420, closes_min: 1140, cleaning_min: cleaningMin, version: 1 };
  await pool().query(insertInto('room', [{ id: roomId, ...of, name, weekdays, ...hours }]));
  const blocks = weekdays.map((weekday) => ({
    id: newId(),
    ...of,
    surgeon_id: staff.surgeon.personId,
    room_id: roomId,
    weekday,
    from_min: 450,
    until_min: 1050,
    first_day: '2020-01-01',
  }));
  await pool().query(insertInto('surgeon_block', blocks));
  return { roomId, blockIds: blocks.map(({ id }) => id) };
}

/** A case whose consolidation of 56 days began `daysAgo` days before `now`. */
export async function consolidatingCase(staff: Staff, now: Instant, daysAgo = 60): Promise<RecordedCase> {
  const then = now - daysAgo * DAY_MS;
  const made = await recordCase(staff, then);
  const { caseId } = made;
  const decided = {
    reasonCode: 'target-reached' as const,
    reason: 'target reached',
    toldAt: null,
    toldById: null,
    correctsId: null,
    retracted: false,
    day: null,
    at: then,
  };
  const event = { id: newId(), kind: 'activation-ended' as const, ...decided };
  accepted(await recordCourseEvent({ actor: staff.surgeon, caseId, input: event, now: then }));
  const started = { ...decided, id: newId(), kind: 'consolidation-started' as const, at: null };
  const input = { ...started, day: Math.floor(then / DAY_MS) };
  accepted(await recordCourseEvent({ actor: staff.surgeon, caseId, input, now: then }));
  return made;
}

/** What a form of a first booking would send, an hour long. */
export function newBooking(
  staff: Staff,
  roomId: string,
  startsAt: string | Instant,
  change: Record<string, unknown> = {},
) {
  return bookSlotInput.parse({
    id: newId(),
    bookingId: newId(),
    seq: 0,
    roomId,
    surgeonId: staff.surgeon.personId,
    anaesthetistId: null,
    startsAt,
    durationMin: 60,
    firm: true,
    reason: null,
    ...change,
  });
}
