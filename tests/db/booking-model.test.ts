import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId } from '#lib/data/new-id.ts';
import { pool } from '#lib/data/pool.ts';
import { HOUR_MS, type Instant, MINUTE_MS } from '#lib/domain/units.ts';
import { bookSlot } from '#lib/operations/book-slot.ts';
import { cancelBooking } from '#lib/operations/cancel-booking.ts';
import { confirmBooking } from '#lib/operations/confirm-booking.ts';
import { moveBooking } from '#lib/operations/move-booking.ts';
import { postponeBooking } from '#lib/operations/postpone-booking.ts';
import { recordCourseEvent } from '#lib/operations/record-course-event.ts';
import { removeFromPlan } from '#lib/operations/remove-from-plan.ts';
import { consolidatingCase, makeTheatre, newBooking } from '#tests/factories/booked-case.ts';
import { DAY_MS, type RecordedCase } from '#tests/factories/recorded-case.ts';
import { type Staff, staffClinic } from '#tests/factories/staffed-clinic.ts';

const START = Date.UTC(2026, 2, 16, 12);
/** 07:30 in Zurich on the day that everybody wants. */
const FIRST_SLOT = Date.UTC(2026, 2, 25, 6, 30);
const WEDNESDAY = 3;
const [CASES, SLOTS] = [5, 8];

type Booked = {
  id: string;
  seq: number;
  status: string;
  room: number;
  at: Instant;
  holdUntil: Instant | null;
};
type Model = {
  now: Instant;
  bookings: (Booked | null)[];
  extended: boolean[];
  blocks: boolean[];
};
type Real = { cases: RecordedCase[]; rooms: { id: string; blockId: string }[] };

let staff: Staff;
let clinics = 0;

/** A clinic of its own for each course of operations: a surgeon has one time, wherever he works. */
async function makeReal(): Promise<Real> {
  staff = await staffClinic(`clinic-${clinics++}`, START - 200 * DAY_MS);
  const cases = await Promise.all(Array.from({ length: CASES }, () => consolidatingCase(staff, START)));
  const rooms = await Promise.all(
    Array.from({ length: 2 }, async () => {
      const made = await makeTheatre(staff, START - 100 * DAY_MS, { name: `Room ${newId()}` });
      return { id: made.roomId, blockId: made.blockIds[WEDNESDAY] ?? '' };
    }),
  );
  return { cases, rooms };
}

const isLive = (model: Model, one: Booked | null) =>
  one !== null && (one.status === 'confirmed' || (one.status === 'held' && (one.holdUntil ?? 0) > model.now));

/** Who stands in the way: one surgeon operates an hour at a time, and a room needs half an hour more. */
function inTheWay(model: Model, mine: number, room: number, at: Instant): number[] {
  const hits = (one: Booked | null, index: number) =>
    one !== null &&
    index !== mine &&
    (one.status === 'confirmed' || one.status === 'held') &&
    (Math.abs(one.at - at) < HOUR_MS || (one.room === room && Math.abs(one.at - at) < 90 * MINUTE_MS));
  return model.bookings.flatMap((one, index) => (hits(one, index) ? [index] : []));
}

/** What the model expects of a new time: a refusal, or null. What has run out in its way is over from then on. */
function refusalOf(model: Model, index: number, room: number, at: Instant): string | null {
  const hits = inTheWay(model, index, room, at);
  if (hits.some((hit) => isLive(model, model.bookings[hit] ?? null))) return 'slot-taken';
  if (model.extended[index] || !model.blocks[room]) return 'departs';
  for (const hit of hits) {
    const over = model.bookings[hit];
    if (over) Object.assign(over, { status: 'expired', seq: over.seq + 1 });
  }
  return null;
}

/** The database equals the model, and an independent self-join finds no overlap. */
async function compare(model: Model, { cases, rooms }: Real) {
  const ids = cases.map(({ caseId }) => caseId);
  const { rows } = await pool().query<{ caseId: string; roomId: string; at: number; held: boolean }>(
    `SELECT case_id AS "caseId", room_id AS "roomId", (extract(epoch FROM lower(during)) * 1000)::float8 AS at,
      hold_until IS NOT NULL AS held FROM theatre_slot
      WHERE case_id = ANY ($1) AND (hold_until IS NULL OR hold_until > to_timestamp($2 / 1000.0)) ORDER BY 1`,
    [ids, model.now],
  );
  const expected = model.bookings.flatMap((one, index) =>
    one && isLive(model, one)
      ? [{ caseId: ids[index] ?? '', roomId: rooms[one.room]?.id, at: one.at, held: one.status === 'held' }]
      : [],
  );
  expect(rows).toEqual(expected.sort((a, b) => (a.caseId < b.caseId ? -1 : 1)));
  const { rowCount } = await pool().query(
    `SELECT FROM theatre_slot a JOIN theatre_slot b ON a.booking_id < b.booking_id
      AND (a.room_id = b.room_id AND a.room_during && b.room_during OR a.surgeon_id = b.surgeon_id AND a.during && b.during
        OR a.patient_id = b.patient_id AND a.during && b.during) WHERE a.case_id = ANY ($1)`,
    [ids],
  );
  expect(rowCount).toBe(0);
}

type Answer = { ok: true } | { ok: false; reason: { kind: string } };
type Drawn = { kind: string; index: number; room: number; slot: number; hours: number };
type Scene = ReturnType<typeof sceneOf>;
let operations = 0;

/** What a step finds before it acts. */
function sceneOf(model: Model, real: Real, { index, room, slot, hours }: Drawn) {
  const mine = model.bookings[index] ?? null;
  const caseId = real.cases[index]?.caseId ?? ('' as RecordedCase['caseId']);
  const at = FIRST_SLOT + slot * 30 * MINUTE_MS;
  const ids = { id: newId(), bookingId: mine?.id ?? newId(), seq: mine?.seq ?? 0 };
  const place = newBooking(staff, real.rooms[room]?.id ?? '', at, { ...ids, firm: hours % 2 === 0 });
  const of = { actor: staff.scheduler, caseId, now: model.now };
  const live = isLive(model, mine);
  const isOver = mine !== null && (mine.status === 'expired' || (mine.status === 'held' && !live));
  return { model, real, index, room, hours, mine, at, ids, place, of, live, isOver };
}

/** Each step acts on the database and on the model, and says what the model expects: a refusal, or null. */
const STEPS: Record<string, (scene: Scene) => Promise<{ answer: Answer; expected: string | null }>> = {
  async book({ model, index, room, at, mine, live, place, of }) {
    const input = mine?.status === 'postponed' ? place : { ...place, bookingId: newId(), seq: 0 };
    const answer = await bookSlot({ ...of, input });
    const expected = live ? 'already-booked' : refusalOf(model, index, room, at);
    if (expected === null) {
      const holdUntil = input.firm ? null : model.now + 48 * HOUR_MS;
      const status = input.firm ? 'confirmed' : 'held';
      model.bookings[index] = { id: input.bookingId, seq: input.seq + 1, status, room, at, holdUntil };
    }
    return { answer, expected };
  },
  async move({ model, index, room, at, mine, live, isOver, place, of }) {
    const { firm: _, ...input } = place;
    const answer = await moveBooking({ ...of, input });
    if (mine === null) return { answer, expected: 'booking-not-there' };
    if (!live) return { answer, expected: isOver ? 'hold-expired' : 'booking-changed' };
    const expected = refusalOf(model, index, room, at);
    if (expected === null) Object.assign(mine, { seq: mine.seq + 1, room, at });
    return { answer, expected };
  },
  async confirm({ mine, live, ids, of }) {
    const answer = await confirmBooking({ ...of, input: ids });
    if (mine === null) return { answer, expected: 'booking-not-there' };
    if (mine.status === 'held' && live) {
      Object.assign(mine, { seq: mine.seq + 1, status: 'confirmed', holdUntil: null });
      return { answer, expected: null };
    }
    const hasRunOut = ['held', 'expired', 'postponed'].includes(mine.status);
    return { answer, expected: hasRunOut ? 'hold-expired' : 'booking-changed' };
  },
  async postpone({ mine, live, isOver, ids, of }) {
    const answer = await postponeBooking({ ...of, input: { ...ids, reason: 'a cold' } });
    if (mine === null) return { answer, expected: 'booking-not-there' };
    if (!live) return { answer, expected: isOver ? 'hold-expired' : 'booking-changed' };
    Object.assign(mine, { seq: mine.seq + 1, status: 'postponed' });
    return { answer, expected: null };
  },
  async cancel({ mine, live, isOver, ids, of }) {
    const answer = await cancelBooking({ ...of, input: { ...ids, reason: 'moved away' } });
    if (mine === null) return { answer, expected: 'booking-not-there' };
    if (!live && !isOver && mine.status !== 'postponed') return { answer, expected: 'booking-changed' };
    Object.assign(mine, { seq: mine.seq + 1, status: 'cancelled' });
    return { answer, expected: null };
  },
  async extend({ model, index, of }) {
    const why = { reasonCode: 'other' as const, reason: 'turning went on', toldAt: null, toldById: null };
    const said = { correctsId: null, retracted: false, at: null, ...why };
    const day = Math.floor(START / DAY_MS);
    const input = { id: newId(), kind: 'consolidation-started' as const, day, ...said };
    const answer = await recordCourseEvent({ ...of, actor: staff.nurse, input });
    model.extended[index] = true;
    return { answer, expected: null };
  },
  async block({ model, real, room, of }) {
    const input = { id: real.rooms[room]?.blockId ?? '', what: 'block' as const };
    const answer = await removeFromPlan({ ...of, input });
    const expected = model.blocks[room] ? null : 'not-found';
    model.blocks[room] = false;
    return { answer, expected };
  },
  async clock({ model, hours }) {
    model.now = Math.min(START + 160 * HOUR_MS, Math.max(START, model.now + hours * HOUR_MS));
    return { answer: { ok: true }, expected: null };
  },
};

function stepOf(drawn: Drawn): fc.AsyncCommand<Model, Real> {
  return {
    check: () => true,
    toString: () => JSON.stringify(drawn),
    async run(model, real) {
      operations++;
      const step = STEPS[drawn.kind];
      if (!step) throw new Error(drawn.kind);
      const { answer, expected } = await step(sceneOf(model, real, drawn));
      // Of two that are over, either may be the latest: written at one instant, or under a clock that went back.
      const said = answer.ok ? null : answer.reason.kind;
      expect(said === 'booking-not-there' && expected === 'booking-changed' ? expected : said).toBe(expected);
      await compare(model, real);
    },
  };
}

const KINDS = [
  'book',
  'book',
  'book',
  'book',
  'move',
  'move',
  'confirm',
  'postpone',
  'cancel',
  'clock',
  'clock',
];
const command = (kinds: readonly string[]) =>
  fc
    .record({
      kind: fc.constantFrom(...kinds),
      index: fc.nat(CASES - 1),
      room: fc.nat(1),
      slot: fc.nat(SLOTS - 1),
      hours: fc.integer({ min: -30, max: 50 }),
    })
    .map(stepOf);

test('two thousand random operations leave the database as the model says, with no overlap', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.commands([command(KINDS), command([...KINDS, 'extend', 'block'])], {
        size: 'max',
        maxCommands: 160,
      }),
      async (commands) => {
        const real = await makeReal();
        const setup = () => ({
          model: {
            now: START,
            bookings: Array.from({ length: CASES }, () => null),
            extended: Array.from({ length: CASES }, () => false),
            blocks: [true, true],
          } satisfies Model as Model,
          real,
        });
        await fc.asyncModelRun(setup, commands);
      },
    ),
    { numRuns: 26, seed: 11, endOnFailure: true },
  );
  expect(operations).toBeGreaterThan(2_000);
}, 180_000);
