import fc from 'fast-check';
import { expect, it } from 'vitest';
import { departuresOf } from '#lib/domain/booking/departures.ts';
import { dayFromIso, dayOf, instantAt } from '#lib/domain/case-day.ts';
import { findSlots, GRID_MIN, type Slot, type SlotWish } from '#lib/domain/theatre/find-slots.ts';
import { freeGaps } from '#lib/domain/theatre/free-gaps.ts';
import { type BusySpan, type Schedule, weekdayOf } from '#lib/domain/theatre/schedule.ts';
import { type Day, MINUTE_MS } from '#lib/domain/units.ts';

/** A Monday; the week after it begins with the change of clocks in Europe. */
const MONDAY: Day = dayFromIso('2026-03-23') ?? 0;
const ZONES = ['Europe/Zurich', 'America/Bogota', 'Europe/London'];
const quarter = (least: number, most: number) => fc.integer({ min: least, max: most }).map((n) => n * 15);

const anySchedule: fc.Arbitrary<Schedule> = fc
  .record({
    zone: fc.constantFrom(...ZONES),
    rooms: fc.array(
      fc.record({
        opens: quarter(24, 36),
        long: quarter(16, 60),
        cleaning: fc.constantFrom(0, 15, 30),
        days: fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 4 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    blocks: fc.array(
      fc.record({
        surgeon: fc.integer({ min: 0, max: 2 }),
        room: fc.integer({ min: 0, max: 2 }),
        weekday: fc.integer({ min: 0, max: 6 }),
        from: quarter(26, 80),
        long: quarter(4, 40),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    exceptions: fc.array(
      fc.record({
        block: fc.integer({ min: 0, max: 7 }),
        day: fc.integer({ min: -1, max: 8 }),
        minutes: fc.option(fc.record({ from: quarter(26, 60), long: quarter(4, 20) })),
        recordedAt: fc.integer({ min: 0, max: 3 }),
      }),
      { maxLength: 3 },
    ),
    leave: fc.array(
      fc.record({
        surgeon: fc.integer({ min: 0, max: 2 }),
        day: fc.integer({ min: 0, max: 6 }),
        days: fc.integer({ min: 0, max: 2 }),
      }),
      { maxLength: 2 },
    ),
  })
  .map(({ zone, rooms, blocks, exceptions, leave }) => ({
    zone,
    rooms: rooms.map(({ opens, long, cleaning, days }, index) => ({
      id: `room-${index}`,
      name: `Theatre ${index}`,
      weekdays: days,
      opensMin: opens,
      closesMin: opens + long,
      cleaningMin: cleaning,
      version: 1,
    })),
    blocks: blocks.map(({ surgeon, room, weekday, from, long }, index) => ({
      id: `block-${index}`,
      surgeonId: `surgeon-${surgeon}`,
      roomId: `room-${room % rooms.length}`,
      weekday,
      fromMin: from,
      untilMin: from + long,
      firstDay: MONDAY - 30,
      lastDay: null,
    })),
    exceptions: exceptions.map(({ block, day, minutes, recordedAt }) => ({
      blockId: `block-${block}`,
      day: MONDAY + day,
      minutes: minutes && { from: minutes.from, until: minutes.from + minutes.long },
      recordedAt,
    })),
    leave: leave.map(({ surgeon, day, days }, index) => ({
      id: `leave-${index}`,
      note: null,
      whoId: `surgeon-${surgeon}`,
      firstDay: MONDAY + day,
      lastDay: MONDAY + day + days,
    })),
  }));

const anyBusy = fc.array(
  fc.record({
    room: fc.integer({ min: 0, max: 2 }),
    surgeon: fc.integer({ min: 0, max: 2 }),
    patient: fc.integer({ min: 0, max: 2 }),
    day: fc.integer({ min: 0, max: 7 }),
    from: fc.integer({ min: 70, max: 260 }).map((n) => n * 5),
    long: fc.constantFrom(30, 60, 95),
    cleaning: fc.constantFrom(0, 15, 30),
  }),
  { maxLength: 10 },
);

/** Every start on the grid at which nothing stands in the way, asked one by one. */
function possibleStarts(
  schedule: Schedule,
  busy: readonly BusySpan[],
  wish: SlotWish,
  surgeonId: string,
  roomId: string,
  blockId: string,
) {
  const starts: number[] = [];
  const step = GRID_MIN * MINUTE_MS;
  const first = Math.ceil(wish.from / step) * step;
  const only = {
    ...schedule,
    blocks: schedule.blocks.filter(({ id }) => id === blockId),
    rooms: schedule.rooms.filter(({ id }) => id === roomId),
  };
  const weekday = only.blocks[0]?.weekday;
  const cleaningMin = schedule.rooms.find(({ id }) => id === roomId)?.cleaningMin ?? 0;
  const end = Math.min(wish.until ?? Infinity, instantAt(schedule.zone, MONDAY + 8, 0));
  for (let startsAt = first; startsAt < end; startsAt += step) {
    // A block reaches into the next day at most.
    const day = dayOf(schedule.zone, startsAt);
    if (weekdayOf(day) !== weekday && weekdayOf(day - 1) !== weekday) continue;
    const endsAt = startsAt + wish.durationMin * MINUTE_MS;
    const place = { roomId, surgeonId, anaesthetistId: null, startsAt, endsAt, cleaningMin };
    const roomUntil = endsAt + cleaningMin * MINUTE_MS;
    const clash = busy.some(
      (one) =>
        (one.roomId === roomId && one.from < roomUntil && startsAt < one.roomUntil) ||
        (one.surgeonId === surgeonId && one.from < endsAt && startsAt < one.until),
    );
    const isAway = wish.away.some(({ from, until }) => from < endsAt && startsAt < until);
    if (clash || isAway) continue;
    if (departuresOf(place, { from: wish.from, until: wish.until ?? Infinity }, only).length > 0) continue;
    starts.push(startsAt);
  }
  return starts;
}

it('finds what trying every start finds, in the same order, on 500 random weeks', () => {
  let offered = 0;
  fc.assert(
    fc.property(
      anySchedule,
      anyBusy,
      fc.record({
        durationMin: fc.constantFrom(30, 60, 90),
        from: fc.integer({ min: 0, max: 400 }),
        days: fc.option(fc.integer({ min: 1, max: 6 })),
      }),
      (schedule, some, { durationMin, from, days }) => {
        const busy: BusySpan[] = some.map((one, index) => {
          const start = instantAt(schedule.zone, MONDAY + one.day, one.from % 1440);
          const until = start + one.long * MINUTE_MS;
          return {
            bookingId: `${index}`,
            isHere: true,
            roomId: `room-${one.room}`,
            surgeonId: `surgeon-${one.surgeon}`,
            anaesthetistId: null,
            patientId: `patient-${one.patient}`,
            from: start,
            until,
            roomUntil: until + one.cleaning * MINUTE_MS,
          };
        });
        const wish: SlotWish = {
          durationMin,
          from: instantAt(schedule.zone, MONDAY, 0) + from * 7 * MINUTE_MS,
          until: days === null ? null : instantAt(schedule.zone, MONDAY + 1 + days, 0),
          isWindowKnown: true,
          surgeonId: 'surgeon-0',
          away: busy.filter(({ patientId }) => patientId === 'patient-0'),
        };
        const slots = findSlots(freeGaps(schedule, busy, MONDAY, MONDAY + 7), wish, schedule);
        offered += slots.length;
        const inWeek = (slot: Slot) => dayOf(schedule.zone, slot.startsAt) <= MONDAY + 7;
        for (const block of schedule.blocks) {
          const starts = possibleStarts(schedule, busy, wish, block.surgeonId, block.roomId, block.id);
          const ours = slots.filter(({ blockId }) => blockId === block.id).filter(inWeek);
          const times = ours.map(({ startsAt }) => startsAt);
          // Each run of possible starts is one gap, offered once, by its first.
          const firsts = starts.filter((at) => !starts.includes(at - GRID_MIN * MINUTE_MS));
          expect([...times].sort((a, b) => a - b)).toEqual(firsts);
        }
        const rank = ({ surgeonId, day }: Slot): [number, number] => [surgeonId === 'surgeon-0' ? 0 : 1, day];
        const ordered = [...slots].sort((a, b) => rank(a)[0] - rank(b)[0] || rank(a)[1] - rank(b)[1]);
        expect(slots.map(rank)).toEqual(ordered.map(rank));
      },
    ),
    { numRuns: 500, seed: 5 },
  );
  expect(offered).toBeGreaterThan(500);
}, 60_000);

const ONE_BLOCK: Schedule = {
  zone: 'UTC',
  rooms: [
    {
      ...{ id: 'room-0', name: 'Theatre 0', weekdays: [1], opensMin: 450, closesMin: 1020 },
      ...{ cleaningMin: 15, version: 1 },
    },
  ],
  blocks: [
    {
      ...{ id: 'block-0', surgeonId: 'surgeon-0', roomId: 'room-0', weekday: 1, fromMin: 450, untilMin: 780 },
      ...{ firstDay: MONDAY, lastDay: null },
    },
  ],
  exceptions: [],
  leave: [],
};

it('tells no day as the first possible one where the window is not known', () => {
  const wish = {
    durationMin: 60,
    from: instantAt('UTC', MONDAY, 0),
    until: null,
    surgeonId: 'surgeon-0',
    away: [],
  };
  const reasonsWhere = (isWindowKnown: boolean) => {
    const gaps = freeGaps(ONE_BLOCK, [], MONDAY, MONDAY + 7);
    const slots = findSlots(gaps, { ...wish, isWindowKnown }, ONE_BLOCK);
    return slots[0]?.reasons.map(({ kind }) => kind);
  };
  expect(reasonsWhere(true)).toContain('days-after');
  expect(reasonsWhere(false)).toEqual(['own-surgeon', 'begins-block', 'leaves-free']);
});
