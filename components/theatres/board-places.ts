import type { Board, BoardBooking } from '#lib/view/week-board.ts';
import type { Moving } from './use-booking-moves.ts';

/** Booking id → the booking where it stands on the board. */
export function placedBookings({ days }: Board): ReadonlyMap<string, Moving> {
  return new Map(
    days.flatMap(({ columns }, day) =>
      columns.flatMap(({ bookings }, room) =>
        bookings.map((booking) => [booking.bookingId, { booking, day, room, top: booking.top }] as const),
      ),
    ),
  );
}

/** The nearest place from the top, in minutes, at which the whole booking is on the board. */
export function clampTop(top: number, { minutes }: BoardBooking, { height }: Board): number {
  return Math.min(Math.max(0, top), Math.max(0, height - minutes));
}

/** Where a key leads, by steps of minutes; undefined: the key means nothing here; null: nothing is moved any more. */
export function stepped(
  moving: Moving,
  key: string,
  board: Board,
  stepMin: number,
): Moving | null | 'drop' | undefined {
  const at = (top: number) => clampTop(top, moving.booking, board);
  const roomAt = (room: number) => Math.min(Math.max(0, room), board.rooms.length - 1);
  switch (key) {
    case 'ArrowUp':
      return { ...moving, top: at(moving.top - stepMin) };
    case 'ArrowDown':
      return { ...moving, top: at(moving.top + stepMin) };
    case 'ArrowLeft':
      return { ...moving, room: roomAt(moving.room - 1) };
    case 'ArrowRight':
      return { ...moving, room: roomAt(moving.room + 1) };
    case 'PageUp':
      return { ...moving, day: openDay(board, moving.day, -1) };
    case 'PageDown':
      return { ...moving, day: openDay(board, moving.day, 1) };
    case 'Enter':
      return 'drop';
    case 'Escape':
      return null;
    default:
      return undefined;
  }
}

/** The next day on the board on which a theatre is open; the same where there is none. */
function openDay({ days }: Board, from: number, step: 1 | -1): number {
  for (let day = from + step; days[day] !== undefined; day += step) if (!days[day]?.isClosed) return day;
  return from;
}

/** `DOE, Jane: Mon 09-Mar-2026 08:05, Theatre 3`. */
export function movingWords({ booking, day, room, top }: Moving, board: Board): string {
  return `${booking.patient}: ${board.days[day]?.label ?? ''} ${timeAt(board, top)}, ${board.rooms[room]?.name ?? ''}`;
}

/** The time of day at a place on the board: `08:05`. */
export function timeAt({ hours }: Board, top: number): string {
  const [hour = 0] = (hours[0]?.label ?? '').split(':').map(Number);
  const minute = hour * 60 + top;
  const digits = (value: number) => String(value).padStart(2, '0');
  return `${digits(Math.floor(minute / 60) % 24)}:${digits(minute % 60)}`;
}
