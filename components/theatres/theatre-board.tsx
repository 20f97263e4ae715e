'use client';

import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { Alert } from '#components/ui/alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { Board, BoardBooking } from '#lib/view/week-board.ts';
import { BoardDayGrid } from './board-day-grid.tsx';
import { type Moving, type Target, useBookingMoves } from './use-booking-moves.ts';

type TheatreBoardProps = { board: Board; mayMove: boolean; isDay: boolean };

const STEP_MIN = 5;

/**
 * Rooms across, time down. A booking is dragged, or moved with the keys: M picks it up, the arrows move it by five minutes
 * and by room, Page Up and Page Down by day, Enter puts it down, Esc leaves it where it was.
 */
export function TheatreBoard({ board, mayMove, isDay }: TheatreBoardProps) {
  const { pending, outcome, move, undo } = useBookingMoves();
  const [moving, setMoving] = useState<Moving | null>(null);
  const grabbed = useRef<{ moving: Moving; offset: number; hasMoved: boolean } | null>(null);
  const scale = isDay ? 1.1 : 0.6;

  const placeOf = (booking: BoardBooking): Moving => ({
    booking,
    day: board.days.findIndex(({ topAt }) => booking.startsAt === topAt + booking.top * 60_000),
    room: board.rooms.findIndex(({ id }) => id === booking.roomId),
    top: booking.top,
  });

  function drop({ booking, day, room, top }: Moving) {
    setMoving(null);
    const [target, inRoom] = [board.days[day], board.rooms[room]];
    if (!target || !inRoom) return;
    const goal: Target = { roomId: inRoom.id, startsAt: target.topAt + top * 60_000 };
    if (goal.roomId !== booking.roomId || goal.startsAt !== booking.startsAt) move(booking, goal);
  }

  function press(event: KeyboardEvent, booking: BoardBooking) {
    if (!mayMove || !booking.canMove || pending) return;
    if (moving === null) {
      if (event.key === 'm') setMoving(placeOf(booking));
      return;
    }
    const next = stepped(moving, event.key, board);
    if (next === undefined) return;
    event.preventDefault();
    if (next === 'drop') drop(moving);
    else setMoving(next);
  }

  function grab(event: PointerEvent<HTMLElement>, booking: BoardBooking) {
    if (!mayMove || !booking.canMove || pending || event.button !== 0) return;
    const offset = event.clientY - event.currentTarget.getBoundingClientRect().top;
    grabbed.current = { moving: placeOf(booking), offset, hasMoved: false };
  }

  function drag(event: PointerEvent<HTMLElement>) {
    const held = grabbed.current;
    if (!held) return;
    const column = document
      .elementsFromPoint(event.clientX, event.clientY)
      .find(
        (element): element is HTMLElement => element instanceof HTMLElement && 'column' in element.dataset,
      );
    if (!column) return;
    const y = (event.clientY - held.offset - column.getBoundingClientRect().top) / scale;
    const top = Math.round(y / STEP_MIN) * STEP_MIN;
    const [day, room] = (column.dataset.column ?? '').split(' ').map(Number);
    const next = {
      ...held.moving,
      day: day ?? 0,
      room: room ?? 0,
      top: clamp(top, held.moving.booking, board),
    };
    const { moving: before } = held;
    if (next.top === before.top && next.day === before.day && next.room === before.room) return;
    grabbed.current = { ...held, moving: next, hasMoved: true };
    setMoving(next);
  }

  function release() {
    const held = grabbed.current;
    grabbed.current = null;
    if (held?.hasMoved) drop(held.moving);
  }

  return (
    <div data-print="hide" className="grid gap-3">
      {outcome?.kind === 'refused' ? (
        <Alert level="look" role="alert" title="Not moved">
          <p>
            {outcome.message}{' '}
            <TextLink href={`/cases/${outcome.caseId}/removal?form=move#booking`}>Open its form</TextLink>
          </p>
        </Alert>
      ) : null}
      {outcome?.kind === 'moved' ? (
        <Alert
          level="done"
          role="status"
          title="Moved."
          actions={
            <Button size="sm" pending={pending} onClick={undo}>
              Undo
            </Button>
          }
        />
      ) : null}
      <p className="text-ink-muted text-sm">
        {mayMove
          ? 'Drag a booking to move it, or press M on it: arrows by five minutes and by room, Page Up and Page Down by day, Enter puts it down, Esc leaves it.'
          : 'Bookings are moved by those who may book.'}
      </p>
      <div aria-live="polite" className="sr-only">
        {moving ? movingWords(moving, board) : ''}
      </div>
      <BoardDayGrid
        board={board}
        scale={scale}
        moving={moving}
        onKeyDown={press}
        onGrab={grab}
        onDrag={drag}
        onRelease={release}
        wasDragged={() => grabbed.current?.hasMoved ?? moving !== null}
      />
    </div>
  );
}

function clamp(top: number, { minutes }: BoardBooking, { height }: Board): number {
  return Math.min(Math.max(0, top), Math.max(0, height - minutes));
}

/** Where a key leads; undefined: the key means nothing here; null: nothing is moved any more. */
function stepped(moving: Moving, key: string, board: Board): Moving | null | 'drop' | undefined {
  const within = (value: number, count: number) => Math.min(Math.max(0, value), count - 1);
  const at = (top: number) => clamp(top, moving.booking, board);
  switch (key) {
    case 'ArrowUp':
      return { ...moving, top: at(moving.top - STEP_MIN) };
    case 'ArrowDown':
      return { ...moving, top: at(moving.top + STEP_MIN) };
    case 'ArrowLeft':
      return { ...moving, room: within(moving.room - 1, board.rooms.length) };
    case 'ArrowRight':
      return { ...moving, room: within(moving.room + 1, board.rooms.length) };
    case 'PageUp':
      return { ...moving, day: within(moving.day - 1, board.days.length) };
    case 'PageDown':
      return { ...moving, day: within(moving.day + 1, board.days.length) };
    case 'Enter':
      return 'drop';
    case 'Escape':
      return null;
    default:
      return undefined;
  }
}

function movingWords({ booking, day, room, top }: Moving, board: Board): string {
  const first = board.hours[0]?.label ?? '00:00';
  const minute = Number(first.slice(0, 2)) * 60 + top;
  const time = `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  return `${booking.patient}: ${board.days[day]?.label ?? ''} ${time}, ${board.rooms[room]?.name ?? ''}`;
}
