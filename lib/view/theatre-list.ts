import { dayOf, localTime } from '#lib/domain/case-day.ts';
import type { BusySpan, Schedule } from '#lib/domain/theatre/schedule.ts';
import type { Day } from '#lib/domain/units.ts';
import { formatDay, formatMinute, formatWeekday } from './format-date.ts';

type Booked = BusySpan & {
  patientName: string;
  mrn: string;
  bornDay: Day;
  surgeonName: string;
  anaesthetistName: string | null;
  hardware: string | null;
  status: 'held' | 'confirmed' | 'done';
};

export type TheatreListRow = {
  bookingId: string;
  day: string;
  time: string;
  room: string;
  patient: string;
  born: string;
  mrn: string;
  people: string;
  hardware: string;
};

/** The theatre list: what is booked, by day, room and time, with the hardware to lay out. Holds are left out. */
export function theatreList(
  { zone, rooms }: Schedule,
  bookings: readonly Booked[],
): readonly TheatreListRow[] {
  const nameOf = (id: string) => rooms.find((room) => room.id === id)?.name ?? 'Room not in use';
  const key = ({ from, roomId }: Booked) => `${dayOf(zone, from)} ${nameOf(roomId)} ${from}`;
  return bookings
    .filter(({ status }) => status !== 'held')
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
    .map((one) => {
      const from = localTime(zone, one.from);
      return {
        bookingId: one.bookingId,
        day: `${formatWeekday(from.day)} ${formatDay(from.day)}`,
        time: `${formatMinute(from.minute)}\u2013${formatMinute(localTime(zone, one.until).minute)}`,
        room: nameOf(one.roomId),
        patient: one.patientName,
        born: formatDay(one.bornDay),
        mrn: one.mrn,
        people: [one.surgeonName, one.anaesthetistName].filter(Boolean).join(', '),
        hardware: one.hardware ?? 'not recorded',
      };
    });
}
