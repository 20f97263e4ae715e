import { instantAt, isoDay, localTime } from '#lib/domain/case-day.ts';
import { blockLoads } from '#lib/domain/theatre/block-load.ts';
import { blockSpans } from '#lib/domain/theatre/block-spans.ts';
import { type BusySpan, type Room, type Schedule, weekdayOf } from '#lib/domain/theatre/schedule.ts';
import { type Day, type Instant, MINUTE_MS, type Minutes } from '#lib/domain/units.ts';
import { formatDay, formatDuration, formatMinute, formatWeekday } from './format-date.ts';

type Booked = BusySpan & {
  seq: number;
  caseId: string;
  patientName: string;
  surgeonName: string;
  anaesthetistName: string | null;
  status: 'held' | 'confirmed' | 'done';
  drift: string | null;
};

/** A booking on the board. Places are minutes from the top of the board. */
export type BoardBooking = {
  bookingId: string;
  seq: number;
  caseId: string;
  roomId: string;
  surgeonId: string;
  anaesthetistId: string | null;
  startsAt: Instant;
  minutes: Minutes;
  top: Minutes;
  cleaning: Minutes;
  time: string;
  patient: string;
  people: string;
  /** `held`, `no longer fits`, `time has passed`; empty: nothing to say. */
  mark: string;
  /** Whether somebody is to do something about it. */
  isAmiss: boolean;
  canMove: boolean;
};

export type BoardBlock = { key: string; top: Minutes; height: Minutes; label: string; over: string | null };

export type BoardColumn = {
  roomId: string;
  blocks: readonly BoardBlock[];
  bookings: readonly BoardBooking[];
};

export type BoardDay = {
  iso: string;
  label: string;
  isToday: boolean;
  /** The instant at the top of the day. */
  topAt: Instant;
  /** No room is open, no block lies on it, and nothing is booked. */
  isClosed: boolean;
  columns: readonly BoardColumn[];
};

export type Board = {
  rooms: readonly { id: string; name: string }[];
  /** Minutes from the top to the bottom of each day. */
  height: Minutes;
  hours: readonly { top: Minutes; label: string }[];
  days: readonly BoardDay[];
  /** The day that is in sight first: today, else the first on which something is booked; null: the first there is. */
  opensAt: string | null;
};

/** Rooms across and time down, a day below the other; the hours reach as far as rooms and bookings do. */
export function weekBoard(
  schedule: Schedule,
  bookings: readonly Booked[],
  { firstDay, days, now }: { firstDay: Day; days: number; now: Instant },
  surgeonNames: Readonly<Record<string, string>>,
): Board {
  const { zone } = schedule;
  const rooms = roomsOf(schedule.rooms, bookings);
  const { from, until } = hoursOf(schedule, bookings);
  const spans = blockSpans(schedule, firstDay, firstDay + days);
  const loads = blockLoads(spans, bookings);
  const today = localTime(zone, now).day;
  const isShown = (day: Day) => day >= firstDay && day < firstDay + days;
  const bookedDays = bookings.map(({ from: at }) => localTime(zone, at).day).filter(isShown);
  const opensAt = isShown(today) ? today : bookedDays.length === 0 ? null : Math.min(...bookedDays);
  return {
    rooms: rooms.map(({ id, name }) => ({ id, name })),
    height: until - from,
    opensAt: opensAt === null ? null : isoDay(opensAt),
    hours: Array.from({ length: Math.floor((until - from) / 60) }, (_, index) => ({
      top: index * 60,
      label: formatMinute((from + index * 60) % 1440),
    })),
    days: Array.from({ length: days }, (_, index) => firstDay + index).map((day): BoardDay => {
      const topAt = instantAt(zone, day, from);
      const place = (at: Instant) => Math.round((at - topAt) / MINUTE_MS);
      const isOn = (at: Instant) => localTime(zone, at).day === day;
      const isOpen = schedule.rooms.some(({ weekdays }) => weekdays.includes(weekdayOf(day)));
      const isUsed = [...spans, ...bookings].some(({ from: at }) => isOn(at));
      return {
        iso: isoDay(day),
        label: `${formatWeekday(day)} ${formatDay(day)}`,
        isToday: day === today,
        topAt,
        isClosed: !isOpen && !isUsed,
        columns: rooms.map(({ id: roomId }) => ({
          roomId,
          blocks: loads
            .filter(({ span }) => span.roomId === roomId && isOn(span.from))
            .map(({ span, overMin, plannedMin, lengthMin }) => ({
              key: `${span.blockId} ${span.from}`,
              top: place(span.from),
              height: Math.min(until - from - place(span.from), lengthMin),
              label: `${surgeonNames[span.surgeonId] ?? 'somebody'}: ${plannedMin === 0 ? 'nothing' : formatDuration(plannedMin)} of ${formatDuration(lengthMin)} planned`,
              over: overMin > 0 ? `${formatDuration(overMin)} more than fits` : null,
            })),
          bookings: bookings
            .filter((one) => one.roomId === roomId && isOn(one.from))
            .map((one) => boardBooking(one, zone, place, now)),
        })),
      };
    }),
  };
}

const MARKS = { held: 'held', confirmed: '', done: 'done' } as const;

function boardBooking(
  one: Booked,
  zone: string,
  place: (at: Instant) => Minutes,
  now: Instant,
): BoardBooking {
  const isPassed = one.status !== 'done' && one.until <= now;
  const amiss = isPassed ? 'time has passed' : one.drift ? 'no longer fits' : '';
  const minutes = Math.round((one.until - one.from) / MINUTE_MS);
  return {
    bookingId: one.bookingId,
    seq: one.seq,
    caseId: one.caseId,
    roomId: one.roomId,
    surgeonId: one.surgeonId,
    anaesthetistId: one.anaesthetistId,
    startsAt: one.from,
    minutes,
    top: place(one.from),
    cleaning: Math.round((one.roomUntil - one.until) / MINUTE_MS),
    time: `${formatMinute(localTime(zone, one.from).minute)}\u2013${formatMinute(localTime(zone, one.until).minute)}`,
    patient: one.patientName,
    people: [one.surgeonName, one.anaesthetistName].filter(Boolean).join(', '),
    mark: [MARKS[one.status], amiss].filter(Boolean).join(', '),
    isAmiss: amiss !== '',
    canMove: one.status !== 'done',
  };
}

/** The rooms in use, and those no longer in use in which something is booked. */
function roomsOf(rooms: readonly Room[], bookings: readonly Booked[]): { id: string; name: string }[] {
  const gone = [...new Set(bookings.map(({ roomId }) => roomId))].filter(
    (id) => !rooms.some((room) => room.id === id),
  );
  return [...rooms, ...gone.map((id) => ({ id, name: 'Room not in use' }))];
}

function hoursOf({ zone, rooms }: Schedule, bookings: readonly Booked[]): { from: Minutes; until: Minutes } {
  const starts = [
    ...rooms.map(({ opensMin }) => opensMin),
    ...bookings.map(({ from }) => localTime(zone, from).minute),
  ];
  const ends = [
    ...rooms.map(({ closesMin }) => closesMin),
    ...bookings.map(({ from, until }) => localTime(zone, from).minute + (until - from) / MINUTE_MS),
  ];
  const from = Math.floor(Math.min(...starts, 8 * 60) / 60) * 60;
  const until = Math.ceil(Math.max(...ends, 17 * 60) / 60) * 60;
  return { from, until: Math.min(until, from + 1440) };
}
