'use client';

import Link from 'next/link';
import type { KeyboardEvent, PointerEvent } from 'react';
import { EmptyState } from '#components/ui/empty-state.tsx';
import type { Board, BoardBlock, BoardBooking } from '#lib/view/week-board.ts';
import type { Moving } from './use-booking-moves.ts';

type BoardDayGridProps = {
  board: Board;
  /** Pixels of a minute. */
  scale: number;
  moving: Moving | null;
  onKeyDown: (event: KeyboardEvent, booking: BoardBooking) => void;
  onGrab: (event: PointerEvent<HTMLElement>, booking: BoardBooking) => void;
  onDrag: (event: PointerEvent<HTMLElement>) => void;
  onRelease: () => void;
  /** Whether the press that ends now was a drag: then it opens nothing. */
  wasDragged: () => boolean;
};

/** The days, one below the other, each a column a room. */
export function BoardDayGrid(props: BoardDayGridProps) {
  const { board, scale, moving, onDrag, onRelease } = props;
  if (board.rooms.length === 0) {
    return (
      <EmptyState title="No rooms yet">
        Somebody who manages the theatres adds rooms and blocks under Theatres.
      </EmptyState>
    );
  }
  const columns = { gridTemplateColumns: `3.5rem repeat(${board.rooms.length}, minmax(7rem, 1fr))` };
  return (
    <div
      className="relative select-none overflow-x-auto"
      onPointerMove={onDrag}
      onPointerUp={onRelease}
      onPointerLeave={onRelease}
    >
      <div className="grid min-w-max border-line-strong border-b pb-1 font-medium text-sm" style={columns}>
        <span className="text-ink-muted">Time</span>
        {board.rooms.map(({ id, name }) => (
          <span key={id} className="truncate px-1">
            {name}
          </span>
        ))}
      </div>
      {board.days.map((day, dayIndex) => (
        <section key={day.iso} aria-label={day.label} className="mt-2 min-w-max">
          <h2 className="font-semibold">{day.label}</h2>
          <div className="grid" style={columns}>
            <div
              aria-hidden="true"
              className="relative text-ink-muted text-xs"
              style={{ height: board.height * scale }}
            >
              {board.hours.map(({ top, label }) => (
                <span key={label} className="absolute right-2" style={{ top: top * scale }}>
                  {label}
                </span>
              ))}
            </div>
            {day.columns.map((column, roomIndex) => (
              <div
                key={column.roomId}
                data-column={`${dayIndex} ${roomIndex}`}
                className="relative border-line border-t border-l"
                style={{ height: board.height * scale }}
              >
                {column.blocks.map((block) => (
                  <BlockArea key={block.key} block={block} scale={scale} />
                ))}
                {column.bookings.map((booking) => (
                  <BookingBox key={booking.bookingId} booking={booking} {...props} />
                ))}
                {moving && moving.day === dayIndex && moving.room === roomIndex ? (
                  <div
                    className="pointer-events-none absolute inset-x-0.5 border-2 border-accent border-dashed bg-accent-soft opacity-80"
                    style={{ top: moving.top * scale, height: moving.booking.minutes * scale }}
                  />
                ) : null}
              </div>
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

function BlockArea({ block, scale }: { block: BoardBlock; scale: number }) {
  return (
    <div
      className="absolute inset-x-0 overflow-hidden border-accent border-l-3 bg-surface-sunk px-1 text-ink-muted text-xs"
      style={{ top: block.top * scale, height: block.height * scale }}
    >
      <span className="absolute right-1 bottom-0 left-1 truncate">
        {block.label}
        {block.over ? <strong className="text-look"> {block.over}</strong> : null}
      </span>
    </div>
  );
}

function BookingBox({
  booking,
  scale,
  onKeyDown,
  onGrab,
  wasDragged,
}: BoardDayGridProps & { booking: BoardBooking }) {
  const { top, minutes, cleaning, time, patient, people, mark } = booking;
  const style = mark.startsWith('held') ? 'border-dashed' : '';
  const border = mark.includes('no longer fits')
    ? `border-2 border-look ${style}`
    : `border border-line-strong ${style}`;
  return (
    <>
      <Link
        href={`/cases/${booking.caseId}/removal`}
        prefetch={false}
        draggable={false}
        title={`${time} ${patient}, ${people}${mark ? `, ${mark}` : ''}`}
        onKeyDown={(event) => onKeyDown(event, booking)}
        onPointerDown={(event) => onGrab(event, booking)}
        onClick={(event) => {
          if (wasDragged()) event.preventDefault();
        }}
        className={`absolute inset-x-0.5 z-10 touch-none overflow-hidden rounded-sm bg-surface-raised px-1 text-xs leading-4 focus-visible:z-20 ${border}`}
        style={{ top: top * scale, height: Math.max(minutes * scale, 18) }}
      >
        <span className="font-medium">{time}</span> {patient}
        {mark ? <strong className="text-look"> {mark}</strong> : null}
        <span className="block truncate text-ink-muted">{people}</span>
      </Link>
      {cleaning > 0 ? (
        <div
          aria-hidden="true"
          title="Cleaning"
          className="hatch absolute inset-x-0.5"
          style={{ top: (top + minutes) * scale, height: cleaning * scale }}
        />
      ) : null}
    </>
  );
}
