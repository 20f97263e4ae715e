import { expect, it } from 'vitest';
import { dayFromIso, instantAt } from '#lib/domain/case-day.ts';
import type { Schedule } from '#lib/domain/theatre/schedule.ts';
import { MINUTE_MS } from '#lib/domain/units.ts';
import { weekBoard } from './week-board.ts';

const MONDAY = dayFromIso('2026-11-23') ?? 0;
const schedule: Schedule = {
  zone: 'Europe/Zurich',
  rooms: [
    {
      ...{ id: 'room', name: 'Theatre 3', weekdays: [1, 2, 3, 4, 5], opensMin: 450, closesMin: 1020 },
      ...{ cleaningMin: 30, version: 1 },
    },
  ],
  blocks: [],
  exceptions: [],
  leave: [],
};
const at = (day: number, minute: number) => instantAt(schedule.zone, MONDAY + day, minute);
const bookedOn = (day: number) => {
  const from = at(day, 980);
  return {
    ...{
      bookingId: `b${day}`,
      isHere: true,
      roomId: 'room',
      surgeonId: 's',
      anaesthetistId: null,
      patientId: 'p',
    },
    ...{ from, until: from + 60 * MINUTE_MS, roomUntil: from + 90 * MINUTE_MS, seq: 1, caseId: 'c' },
    ...{ patientName: 'DOE, Ada', surgeonName: 'S', anaesthetistName: null, status: 'confirmed' as const },
    drift: null,
  };
};
const boardOf = (now: number, ...days: number[]) =>
  weekBoard(schedule, days.map(bookedOn), { firstDay: MONDAY, days: 7, now }, {});

it('opens at today, marked, where today is in the week, whatever is booked before', () => {
  const board = boardOf(at(3, 649), 2);
  expect(board.opensAt).toBe('2026-11-26');
  expect(board.days.filter(({ isToday }) => isToday).map(({ iso }) => iso)).toEqual(['2026-11-26']);
});

it('opens another week at the first day on which something is booked', () => {
  expect(boardOf(at(-4, 649), 4, 2).opensAt).toBe('2026-11-25');
  expect(boardOf(at(-4, 649)).opensAt).toBeNull();
});

it('says of a booking whose time is over and that is not done that its time has passed', () => {
  const markAt = (now: number) => {
    const [booking] = boardOf(now, 2).days[2]?.columns[0]?.bookings ?? [];
    return [booking?.mark, booking?.isAmiss];
  };
  expect(markAt(at(2, 1040) - 1)).toEqual(['', false]);
  expect(markAt(at(2, 1040))).toEqual(['time has passed', true]);
});
