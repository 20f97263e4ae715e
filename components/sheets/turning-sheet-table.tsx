import type { SheetCell } from '#lib/view/sheet-amount.ts';
import type { SheetWords } from '#lib/view/sheet-words.ts';
import type { SheetDevice, SheetPage } from '#lib/view/turning-sheet.ts';
import { TurnArrow } from './turn-arrow.tsx';

/** Days down, a line for each slot; devices across, with a box to tick where one is turned. */
export function TurningSheetTable({ page, words }: { page: SheetPage; words: SheetWords }) {
  const { devices, days, columns } = page;
  return (
    <table data-columns={columns}>
      <caption className="sr-only">{`${words.title}, ${page.page}`}</caption>
      <thead>
        <tr>
          <th scope="col" className="turning-sheet-day">
            {words.day}
          </th>
          <th scope="col" className="turning-sheet-time">
            {words.time}
          </th>
          {devices.map((device) => (
            <DeviceHead key={device.id} device={device} />
          ))}
          <th scope="col" className="turning-sheet-by">
            {words.doneBy}
          </th>
        </tr>
      </thead>
      {days.map(({ key, label, slots }) => (
        <tbody key={key} data-day={key}>
          {slots.map(({ time, cells }, index) => (
            <tr key={time}>
              {index === 0 ? (
                <th
                  scope="rowgroup"
                  rowSpan={slots.length}
                  className="whitespace-nowrap align-top font-semibold pt-[1.6mm]!"
                >
                  {label}
                </th>
              ) : null}
              <td className="tabular-nums">{time}</td>
              {cells.map((cell, column) => (
                <Amount key={devices[column]?.id} cell={cell} />
              ))}
              <td />
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function DeviceHead({ device }: { device: SheetDevice }) {
  const { label, position, arrow, direction, stroke } = device;
  return (
    <th scope="col">
      <span className="block font-bold text-[10.5pt] leading-tight">{label}</span>
      <span className="line-clamp-2">{position}</span>
      <span className="flex items-center gap-1 font-semibold">
        <TurnArrow way={arrow} /> {direction}
      </span>
      {stroke === null ? null : <span className="block">{stroke}</span>}
    </th>
  );
}

function Amount({ cell }: { cell: SheetCell }) {
  const { kind, words, arrow } = cell;
  return (
    <td data-kind={kind}>
      {arrow === null ? (
        <span className={words === '' ? undefined : 'bg-white px-0.5'}>{words}</span>
      ) : (
        <span className="flex items-center gap-1.5">
          <span className="turning-sheet-box" />
          <TurnArrow way={arrow} />
          <span className={kind === 'back' ? 'font-bold' : 'font-semibold'}>{words}</span>
        </span>
      )}
    </td>
  );
}
