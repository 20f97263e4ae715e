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

type TheatreListRow = {
  bookingId: string;
  time: string;
  /** The time is when it was, not when it is to be. */
  isDone: boolean;
  patient: string;
  born: string;
  mrn: string;
  people: readonly string[];
  /** A line for each device. */
  hardware: readonly string[];
};

/** What is booked in one room on one day, by time. */
export type TheatreListGroup = { key: string; day: string; room: string; rows: readonly TheatreListRow[] };

/** The theatre list: what is booked, by day and room, with the hardware to lay out. Holds are left out. */
export function theatreList(
  { zone, rooms }: Schedule,
  bookings: readonly Booked[],
): readonly TheatreListGroup[] {
  const nameOf = (id: string) => rooms.find((room) => room.id === id)?.name ?? 'Room not in use';
  // A room that is not in use any more comes last.
  const placeOf = (name: string) => {
    const place = rooms.findIndex((room) => room.name === name);
    return place === -1 ? rooms.length : place;
  };
  const groups = new Map<string, { day: Day; room: string; booked: Booked[] }>();
  for (const one of bookings) {
    if (one.status === 'held') continue;
    const [day, room] = [dayOf(zone, one.from), nameOf(one.roomId)];
    const group = groups.get(`${day} ${room}`) ?? { day, room, booked: [] };
    group.booked.push(one);
    groups.set(`${day} ${room}`, group);
  }
  return [...groups]
    .sort(([, a], [, b]) => a.day - b.day || placeOf(a.room) - placeOf(b.room))
    .map(([key, { day, room, booked }]) => ({
      key,
      day: `${formatWeekday(day)} ${formatDay(day)}`,
      room,
      rows: booked.sort((a, b) => a.from - b.from).map((one) => listRow(one, zone)),
    }));
}

function listRow(one: Booked, zone: string): TheatreListRow {
  const time = (at: number) => formatMinute(localTime(zone, at).minute);
  return {
    bookingId: one.bookingId,
    time: `${time(one.from)}\u2013${time(one.until)}`,
    isDone: one.status === 'done',
    patient: one.patientName,
    born: formatDay(one.bornDay),
    mrn: one.mrn,
    people: [one.surgeonName, one.anaesthetistName].filter((name) => name !== null),
    hardware: one.hardware?.split('\n') ?? [
      one.status === 'done' ? 'Nothing was taken out' : 'Nothing is in place',
    ],
  };
}
