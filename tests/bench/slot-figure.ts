import { dayFromIso, instantAt } from '#lib/domain/case-day.ts';
import { findSlots } from '#lib/domain/theatre/find-slots.ts';
import { freeGaps } from '#lib/domain/theatre/free-gaps.ts';
import type { BusySpan, Schedule } from '#lib/domain/theatre/schedule.ts';
import { HOUR_MS, MINUTE_MS } from '#lib/domain/units.ts';
import type { Figure } from './figure.ts';
import { median, timed } from './rounds.ts';

const MONDAY = dayFromIso('2026-03-02') ?? 0;
const [ROOMS, SURGEONS, WEEKS, CANDIDATES] = [10, 12, 12, 50];
const zone = 'Europe/London';
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Ten rooms, twelve surgeons with two blocks a week, half of the time taken. */
function busyClinic(): { schedule: Schedule; busy: BusySpan[] } {
  const rooms = numbers(ROOMS).map((room) => ({
    id: `room-${room}`,
    name: `Theatre ${room}`,
    weekdays: [1, 2, 3, 4, 5],
    opensMin: 450,
    closesMin: 1080,
    cleaningMin: 30,
    version: 1,
  }));
  const blocks = numbers(SURGEONS * 2).map((block) => ({
    id: `block-${block}`,
    surgeonId: `surgeon-${block % SURGEONS}`,
    roomId: `room-${block % ROOMS}`,
    weekday: 1 + ((Math.floor(block / ROOMS) + block) % 5),
    fromMin: 450,
    untilMin: 1050,
    firstDay: MONDAY,
    lastDay: null,
  }));
  const busy = numbers(WEEKS).flatMap((week) =>
    blocks.flatMap((block) =>
      [480, 660, 840].map((minute) => {
        const from = instantAt(zone, MONDAY + week * 7 + block.weekday - 1, minute);
        const until = from + HOUR_MS;
        const who = { roomId: block.roomId, surgeonId: block.surgeonId, anaesthetistId: null };
        return {
          bookingId: `${block.id} ${from}`,
          isHere: true,
          ...who,
          patientId: `${from}`,
          from,
          until,
          roomUntil: until + 30 * MINUTE_MS,
        };
      }),
    ),
  );
  return { schedule: { zone, rooms, blocks, exceptions: [], leave: [] }, busy };
}

/** The free times of 50 candidates over 12 weeks, 10 rooms and 12 surgeons. */
export async function measureSlots(): Promise<Figure> {
  const { schedule, busy } = busyClinic();
  let offered = 0;
  const find = () => {
    const gaps = freeGaps(schedule, busy, MONDAY, MONDAY + WEEKS * 7);
    offered = numbers(CANDIDATES).reduce((sum, candidate) => {
      const from = instantAt(zone, MONDAY + candidate, 0);
      const wish = {
        durationMin: 60,
        from,
        until: null,
        isWindowKnown: true,
        surgeonId: `surgeon-${candidate % SURGEONS}`,
        away: [],
      };
      return sum + findSlots(gaps, wish, schedule, 8).length;
    }, 0);
  };
  for (let round = 0; round < 20; round++) find();
  const times: number[] = [];
  for (let round = 0; round < 30; round++) times.push(await timed(find));
  return {
    name: 'free theatre times of 50 candidates',
    value: median(times),
    unit: 'ms',
    must: 100,
    aim: 50,
    detail: `${offered} slots in 12 weeks, 10 rooms, 12 surgeons, ${busy.length} bookings`,
  };
}
