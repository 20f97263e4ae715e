'use client';

import { type ComponentProps, memo, type Ref } from 'react';
import type { Board, BoardBlock, BoardBooking, BoardDay } from '#lib/view/week-board.ts';
import { timeAt } from './board-places.ts';
import { BOARD_ID } from './scroll-to-day.ts';
import type { Moving } from './use-booking-moves.ts';

type BoardGridProps = Omit<ComponentProps<'section'>, 'ref'> & {
  ref: Ref<HTMLElement>;
  ghostRef: Ref<HTMLDivElement>;
  board: Board;
  /** Pixels of a minute. */
  scale: number;
  moving: Moving | null;
};

/** The days, one below the other, each a column a room; rooms and hours stay in sight. */
export function BoardGrid({ ghostRef, board, scale, moving, ...props }: BoardGridProps) {
  const { days, hours, rooms } = board;
  const columns = { gridTemplateColumns: `3.5rem repeat(${rooms.length}, minmax(7rem, 1fr))` };
  const width = { minWidth: `${3.5 + rooms.length * 7}rem` };
  return (
    <section
      {...props}
      aria-label="Theatres by room and time"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable from the keyboard
      tabIndex={0}
      id={BOARD_ID}
      data-static=""
      className="relative max-h-[max(26rem,calc(100dvh-14rem))] select-none overflow-auto border-line border-b"
    >
      <div
        className="sticky top-0 z-30 grid border-line-strong border-b bg-surface py-1 font-medium text-sm"
        style={{ ...columns, ...width }}
      >
        <span className="sticky left-0 bg-surface text-ink-muted">Time</span>
        {rooms.map(({ id, name }) => (
          <span key={id} className="truncate px-1">
            {name}
          </span>
        ))}
      </div>
      {days.map((day, index) => (
        <section
          key={day.iso}
          aria-labelledby={`day-${day.iso}`}
          data-day={day.iso}
          data-opens={day.iso === board.opensAt || undefined}
          className={daySection(day.isToday, day.iso === board.opensAt)}
          style={width}
        >
          <h2
            id={`day-${day.iso}`}
            aria-current={day.isToday ? 'date' : undefined}
            className="sticky left-0 w-fit font-semibold"
          >
            {day.label}
            {day.isToday ? <span className="text-accent"> today</span> : null}
            {day.isClosed ? <span className="font-normal text-ink-muted"> no theatre is open</span> : null}
          </h2>
          {day.isClosed ? null : (
            <div className="grid" style={columns}>
              <Hours hours={hours} height={board.height * scale} scale={scale} />
              <DayColumns day={day} index={index} height={board.height * scale} scale={scale} />
              {moving?.day === index ? (
                <div
                  ref={ghostRef}
                  className="pointer-events-none z-20 mx-0.5 scroll-my-16 overflow-hidden border-2 border-accent border-dashed bg-accent-soft px-1 font-medium text-xs opacity-90"
                  style={{
                    gridRow: 1,
                    gridColumn: moving.room + 2,
                    marginTop: moving.top * scale,
                    height: Math.max(moving.booking.minutes * scale, 18),
                  }}
                >
                  {timeAt(board, moving.top)} {moving.booking.patient}
                </div>
              ) : null}
            </div>
          )}
        </section>
      ))}
    </section>
  );
}

/** The day that is in sight first is scrolled to by the browser itself, where it knows how, before scripts run. */
function daySection(isToday: boolean, opens: boolean): string {
  const mark = isToday ? 'border-accent border-t-2' : '';
  return `scroll-mt-8 pt-2 ${mark} ${opens ? '[scroll-initial-target:nearest]' : ''}`;
}

const Hours = memo(function Hours({
  hours,
  height,
  scale,
}: {
  hours: Board['hours'];
  height: number;
  scale: number;
}) {
  return (
    <div
      aria-hidden="true"
      className="sticky left-0 z-20 bg-surface text-ink-muted text-xs"
      style={{ height, gridRow: 1, gridColumn: 1 }}
    >
      {hours.map(({ top, label }) => (
        <span key={label} className="absolute right-2" style={{ top: top * scale }}>
          {label}
        </span>
      ))}
    </div>
  );
});

type DayColumnsProps = { day: BoardDay; index: number; height: number; scale: number };

// Not drawn anew while a booking is dragged over it.
const DayColumns = memo(function DayColumns({ day, index, height, scale }: DayColumnsProps) {
  return day.columns.map(({ roomId, blocks, bookings }, room) => (
    <div
      key={roomId}
      data-column={`${index} ${room}`}
      className="relative contain-layout border-line border-t border-l"
      style={{ height, gridRow: 1, gridColumn: room + 2 }}
    >
      {blocks.map((block) => (
        <BlockArea key={block.key} block={block} scale={scale} />
      ))}
      <div aria-hidden="true" className="pointer-events-none absolute inset-0" style={hourLines(scale)} />
      {bookings.map((booking) => (
        <BookingBox key={booking.bookingId} booking={booking} scale={scale} />
      ))}
    </div>
  ));
});

/** A line at each hour. */
const hourLines = (scale: number) => ({
  backgroundImage: `repeating-linear-gradient(to bottom, var(--line) 0 1px, transparent 1px ${60 * scale}px)`,
});

function BlockArea({ block, scale }: { block: BoardBlock; scale: number }) {
  return (
    <div
      className="absolute inset-x-0 overflow-hidden border-accent border-l-3 bg-surface-sunk px-1 text-ink-muted text-xs"
      style={{ top: block.top * scale, height: block.height * scale }}
    >
      <span
        className="absolute right-1 bottom-0 left-1"
        title={`${block.label}${block.over ? `, ${block.over}` : ''}`}
      >
        <span className="block truncate">{block.label}</span>
        {block.over ? <strong className="block truncate text-look">{block.over}</strong> : null}
      </span>
    </div>
  );
}

function BookingBox({ booking, scale }: { booking: BoardBooking; scale: number }) {
  const { bookingId, caseId, top, minutes, cleaning, time, patient, people, mark, isAmiss } = booking;
  const style = mark.startsWith('held') ? 'border-dashed' : '';
  const border = isAmiss ? 'border-2 border-look' : 'border border-line-strong';
  return (
    <>
      <a
        href={`/cases/${caseId}/removal`}
        data-booking={bookingId}
        draggable={false}
        title={`${time} ${patient}, ${people}${mark ? `, ${mark}` : ''}`}
        className={`absolute inset-x-0.5 z-10 overflow-hidden rounded-sm bg-surface-raised px-1 text-xs leading-4 focus-visible:z-20 ${border} ${style}`}
        style={{ top: top * scale, height: Math.max(minutes * scale, 18) }}
      >
        <span className="block truncate">
          {time.slice(0, 5)} <span className="font-medium">{patient}</span>
        </span>
        <span className="block truncate text-ink-muted">
          {mark ? <strong className="text-look">{mark} </strong> : null}
          {people}
        </span>
      </a>
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
