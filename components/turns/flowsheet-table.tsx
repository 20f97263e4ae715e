import { Badge } from '#components/ui/badge.tsx';
import { Table, TableScroll } from '#components/ui/table.tsx';
import type { FlowDay, FlowDevice, FlowRow, Flowsheet } from '#lib/view/flowsheet.ts';
import { CELL_MARKS, type FlowCell } from '#lib/view/flowsheet-cell.ts';
import { CELL_LOOKS } from './cell-look.ts';

type FlowsheetTableProps = {
  sheet: Flowsheet;
  /** Address of the page, to which the cell's place is added. */
  href: string;
  /** The cell that is open. */
  openedAt: string | null;
  caption: string;
};

/** Days across, slots and devices down; head and first column stay in sight. */
export function FlowsheetTable({ sheet, href, openedAt, caption }: FlowsheetTableProps) {
  return (
    <TableScroll label="Flowsheet of turns" className="max-h-[75dvh] scroll-pt-16 scroll-pl-24">
      <Table caption={caption} sticky="both" density="tight" className="w-auto!">
        <thead>
          <tr>
            <th scope="col">Slot</th>
            {sheet.days.map((day) => (
              <DayHead key={day.iso} day={day} />
            ))}
          </tr>
        </thead>
        {sheet.devices.map((device, index) => (
          <DeviceRows
            key={device.id}
            device={device}
            days={sheet.days}
            firstRow={index * 10}
            href={href}
            openedAt={openedAt}
          />
        ))}
      </Table>
    </TableScroll>
  );
}

function DayHead({ day }: { day: FlowDay }) {
  return (
    <th
      scope="col"
      data-today={day.isToday || undefined}
      aria-current={day.isToday ? 'date' : undefined}
      className={`px-1! text-center ${day.isToday ? 'text-ink! shadow-[inset_0_-2px_0_var(--accent)]' : ''}`}
    >
      <span className="sr-only">
        {day.words}
        {day.isToday ? ', today' : ''}
      </span>
      <span aria-hidden="true" className="grid">
        {day.version === null ? null : <Badge className="justify-self-center">v{day.version}</Badge>}
        <span>{day.isToday ? 'Today' : day.weekday}</span>
        <span className="text-ink">{day.date}</span>
        <span>{day.number === null ? '' : `day ${day.number}`}</span>
      </span>
    </th>
  );
}

type DeviceRowsProps = {
  device: FlowDevice;
  days: readonly FlowDay[];
  firstRow: number;
  href: string;
  openedAt: string | null;
};

function DeviceRows({ device, days, firstRow, href, openedAt }: DeviceRowsProps) {
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={days.length + 1} className="bg-surface-sunk! pt-2!">
          <span className="sticky left-2 inline-flex max-w-[min(70rem,calc(100vw-4rem))] flex-wrap gap-x-3 font-normal">
            <span className="font-semibold">{device.label}</span>
            <span className="text-ink-muted">{device.position}</span>
            <span>{sumWords(device)}</span>
            <span className="text-ink-muted">{device.thread}</span>
          </span>
        </th>
      </tr>
      {device.rows.map((row, index) => (
        <SlotRow key={row.slot} row={row} number={firstRow + index} href={href} openedAt={openedAt} />
      ))}
      <TotalRow label="Planned, mm" values={device.totals.planned} days={days} />
      <TotalRow label="Reported, mm" values={device.totals.reported} days={days} />
      <TotalRow label="Difference, mm" values={device.totals.difference} days={days} />
    </tbody>
  );
}

function sumWords({ planned, reported, difference, notSureSlots }: FlowDevice): string {
  const sum =
    planned === null
      ? `reported ${reported}, nothing planned so far`
      : `reported ${reported} of ${planned} due by now (${difference})`;
  if (notSureSlots === 0) return sum;
  return `${sum}, ${notSureSlots} ${notSureSlots === 1 ? 'slot' : 'slots'} not sure and left out`;
}

type SlotRowProps = { row: FlowRow; number: number; href: string; openedAt: string | null };

function SlotRow({ row, number, href, openedAt }: SlotRowProps) {
  return (
    <tr>
      <th scope="row" className="whitespace-nowrap align-middle!">
        Slot {row.slot} <span className="font-normal text-ink-muted">{row.time}</span>
      </th>
      {row.cells.map((cell, column) => (
        <td key={cell.address} className="p-0.5! text-center align-middle!">
          <Cell cell={cell} row={number} column={column} href={href} isOpen={cell.address === openedAt} />
        </td>
      ))}
    </tr>
  );
}

const MARKS =
  'after:self-start after:pt-1 after:text-ink-muted after:text-xs after:leading-none after:content-[attr(data-marks)]';

type CellProps = { cell: FlowCell; row: number; column: number; href: string; isOpen: boolean };

function Cell({ cell, row, column, href, isOpen }: CellProps) {
  const look = `flex h-7 min-w-12 items-center justify-center gap-0.5 rounded-sm px-1 pointer-coarse:h-11 ${CELL_LOOKS[cell.status]}`;
  if (!cell.opens) {
    return (
      <span className={look} title={cell.words}>
        {cell.text}
        {cell.text === '' ? null : <span className="sr-only">{cell.words}</span>}
      </span>
    );
  }
  return (
    <a
      href={`${href}?at=${cell.address}`}
      data-entry={cell.address}
      data-row={row}
      data-column={column}
      aria-label={cell.words}
      aria-current={isOpen ? 'true' : undefined}
      title={cell.words}
      // The marks are drawn, not text: the name says them in words.
      data-marks={cell.marks.map((mark) => CELL_MARKS[mark].letter).join('')}
      className={`${look} ${MARKS} hover:underline current:outline-2 current:outline-accent`}
    >
      {cell.text}
    </a>
  );
}

type TotalRowProps = { label: string; values: readonly (string | null)[]; days: readonly FlowDay[] };

function TotalRow({ label, values, days }: TotalRowProps) {
  return (
    <tr className="text-xs">
      <th scope="row" className="whitespace-nowrap text-ink-muted">
        {label}
      </th>
      {days.map((day, index) => (
        <td key={day.iso} className="num px-1!">
          {values[index]}
        </td>
      ))}
    </tr>
  );
}
