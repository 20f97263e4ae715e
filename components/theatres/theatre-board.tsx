'use client';

import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { EmptyState } from '#components/ui/empty-state.tsx';
import type { Board } from '#lib/view/week-board.ts';
import { BoardGrid } from './board-grid.tsx';
import { BoardOutcome } from './board-outcome.tsx';
import { clampTop, movingWords, placedBookings, stepped } from './board-places.ts';
import { scrollToDay } from './scroll-to-day.ts';
import { type Moving, useBookingMoves } from './use-booking-moves.ts';
import { useEdgeScroll } from './use-edge-scroll.ts';

type TheatreBoardProps = { board: Board; mayMove: boolean; isDay: boolean };

const STEP_MIN = 5;
/** Pixels of a minute: an hour must hold two lines. */
const SCALE = { day: 1.1, week: 0.62 };

type Grabbed = { moving: Moving; offset: number; hasMoved: boolean };

/**
 * Rooms across, time down. A booking is dragged, or moved with the keys: M picks it up, the arrows move it by five minutes
 * and by room, Page Up and Page Down by day, Enter puts it down, Esc leaves it where it was.
 */
export function TheatreBoard({ board, mayMove, isDay }: TheatreBoardProps) {
  const { pending, outcome, move, undo } = useBookingMoves();
  const [moving, setMoving] = useState<Moving | null>(null);
  const grabbed = useRef<Grabbed | null>(null);
  const wasDragged = useRef(false);
  const refocus = useRef<string | null>(null);
  const region = useRef<HTMLElement>(null);
  const ghost = useRef<HTMLDivElement>(null);
  const edge = useEdgeScroll(region, (x, y) => dragTo(x, y));
  const scale = isDay ? SCALE.day : SCALE.week;
  const placed = useMemo(() => placedBookings(board), [board]);

  useLayoutEffect(() => scrollToDay(region.current, '[data-opens]'), []);

  useEffect(() => {
    if (moving !== null && grabbed.current === null) ghost.current?.scrollIntoView({ block: 'nearest' });
  }, [moving]);

  // A booking that lands in another room is another element: who moved it with the keys stays on it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new board is what may have taken the focus away
  useEffect(() => {
    if (refocus.current === null || pending) return;
    region.current?.querySelector<HTMLElement>(`[data-booking="${refocus.current}"]`)?.focus();
    refocus.current = null;
  }, [board, pending]);

  const bookingAt = (event: { target: EventTarget }): Moving | null => {
    const box = (event.target as Element).closest<HTMLElement>('[data-booking]');
    return (box && placed.get(box.dataset.booking ?? '')) ?? null;
  };

  function drop({ booking, day, room, top }: Moving) {
    setMoving(null);
    const [target, inRoom] = [board.days[day], board.rooms[room]];
    if (!target || !inRoom) return;
    const goal = { roomId: inRoom.id, startsAt: target.topAt + top * 60_000 };
    if (goal.roomId !== booking.roomId || goal.startsAt !== booking.startsAt) move(booking, goal);
  }

  function press(event: KeyboardEvent) {
    const at = bookingAt(event);
    if (!mayMove || pending || !at?.booking.canMove) return;
    if (moving === null) {
      if (event.key.toLowerCase() === 'm' && !event.ctrlKey && !event.metaKey && !event.altKey) setMoving(at);
      return;
    }
    const next = stepped(moving, event.key, board, STEP_MIN);
    if (next === undefined) return;
    event.preventDefault();
    if (next !== 'drop') setMoving(next);
    else {
      refocus.current = moving.booking.bookingId;
      drop(moving);
    }
  }

  function grab(event: PointerEvent) {
    wasDragged.current = false;
    const at = bookingAt(event);
    if (!mayMove || pending || !at?.booking.canMove) return;
    // Fingers scroll; on touch screens the form of the case moves a booking.
    if (event.button !== 0 || event.pointerType === 'touch') return;
    const box = (event.target as Element).closest('[data-booking]');
    const offset = event.clientY - (box?.getBoundingClientRect().top ?? event.clientY);
    grabbed.current = { moving: at, offset, hasMoved: false };
  }

  function dragTo(x: number, y: number) {
    const held = grabbed.current;
    const column = document
      .elementsFromPoint(x, y)
      .find(
        (element): element is HTMLElement => element instanceof HTMLElement && 'column' in element.dataset,
      );
    if (!held || !column) return;
    const raw = (y - held.offset - column.getBoundingClientRect().top) / scale;
    const top = clampTop(Math.round(raw / STEP_MIN) * STEP_MIN, held.moving.booking, board);
    const [day = 0, room = 0] = (column.dataset.column ?? '').split(' ').map(Number);
    const { moving: before } = held;
    if (top === before.top && day === before.day && room === before.room) return;
    const next = { ...before, day, room, top };
    grabbed.current = { ...held, moving: next, hasMoved: true };
    setMoving(next);
  }

  function drag({ clientX, clientY, pointerId }: PointerEvent) {
    if (grabbed.current === null) return;
    dragTo(clientX, clientY);
    if (!grabbed.current.hasMoved) return;
    // What is dragged is not lost where the pointer slips over the edge of the board.
    region.current?.setPointerCapture(pointerId);
    edge.follow(clientX, clientY);
  }

  function release(isOver: boolean) {
    const held = grabbed.current;
    grabbed.current = null;
    edge.stop();
    if (!held?.hasMoved) return;
    wasDragged.current = true;
    if (isOver) drop(held.moving);
    else setMoving(null);
  }

  if (board.rooms.length === 0) {
    return (
      <EmptyState title="No rooms yet">
        Somebody who manages the theatres adds rooms and blocks under Theatres.
      </EmptyState>
    );
  }
  return (
    <div data-print="hide" className="grid grid-cols-1 gap-3">
      <BoardOutcome outcome={outcome} pending={pending} onUndo={undo} />
      <p className="text-ink-muted text-sm">
        {mayMove
          ? 'Drag a booking to move it, or open it. With the keys, M picks it up; arrows move it by five minutes and by room, Page Up and Page Down by day; Enter puts it down, Esc leaves it.'
          : 'Bookings are moved by those who may book.'}
      </p>
      <div aria-live="polite" className="sr-only">
        {moving ? movingWords(moving, board) : ''}
      </div>
      <BoardGrid
        ref={region}
        ghostRef={ghost}
        board={board}
        scale={scale}
        moving={moving}
        onKeyDown={press}
        onPointerDown={grab}
        onPointerMove={drag}
        onPointerUp={() => release(true)}
        onPointerLeave={() => release(false)}
        onPointerCancel={() => release(false)}
        onClickCapture={(event: MouseEvent) => {
          if (wasDragged.current || moving !== null) event.preventDefault();
        }}
      />
    </div>
  );
}
