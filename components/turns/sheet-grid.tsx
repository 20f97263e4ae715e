import { Table, TableScroll } from '#components/ui/table.tsx';
import { rowText } from '#lib/schemas/turn-row.ts';
import { formatMinute } from '#lib/view/format-date.ts';
import type { EntryRow, EntrySlot } from '#lib/view/turn-entry.ts';
import { SheetCell } from './sheet-cell.tsx';

type SheetGridProps = { slots: readonly EntrySlot[]; devices: readonly SheetDevice[]; today: string };

export type SheetDevice = { id: string; label: string };

type SheetDay = { iso: string; words: string; slots: ReadonlyMap<number, EntrySlot> };

/** Days down, slots and devices across, as on paper. What is reported already is shown and cannot be typed over. */
export function SheetGrid({ slots, devices, today }: SheetGridProps) {
  const days = daysOf(slots);
  const numbers = [...new Set(slots.map(({ slot }) => slot))].sort((a, b) => a - b);
  return (
    <TableScroll label="Grid of the paper sheet" className="max-h-[75dvh] scroll-pt-16 scroll-pl-28">
      <Table
        caption="One row a day, one column for each slot and device. Arrow keys and Enter move, Tab goes on."
        sticky="both"
        density="tight"
        className="w-auto!"
      >
        <thead>
          <tr>
            <th scope="col">Day</th>
            {numbers.flatMap((slot) =>
              devices.map(({ id, label }, index) => (
                <th key={`${slot} ${id}`} scope="col" className={index === 0 ? 'pl-4!' : ''}>
                  <span className="block">
                    Slot {slot}
                    {timeOf(slots, slot)}
                  </span>
                  <span className="block text-ink">{label}</span>
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {days.map((day, line) => (
            <tr key={day.iso}>
              <th scope="row" className="whitespace-nowrap">
                {day.words}
                {day.iso === today ? <span className="text-accent"> today</span> : null}
              </th>
              {numbers.flatMap((slot, group) =>
                devices.map(({ id }, index) => {
                  const found = day.slots.get(slot);
                  const row = found?.rows.find((each) => each.deviceId === id);
                  return (
                    <td key={`${slot} ${id}`} className={index === 0 ? 'pl-4!' : ''}>
                      {found && row ? (
                        <GridCell
                          slot={found}
                          row={row}
                          line={line}
                          column={group * devices.length + index}
                        />
                      ) : null}
                    </td>
                  );
                }),
              )}
            </tr>
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}

function GridCell({
  slot,
  row,
  line,
  column,
}: {
  slot: EntrySlot;
  row: EntryRow;
  line: number;
  column: number;
}) {
  const label = `${row.label}, ${slot.when}`;
  if (row.already) {
    return (
      <span
        className="flex h-8 w-20 items-center rounded-md bg-surface-sunk px-2"
        title={`${label}: ${row.already.words}`}
      >
        {row.already.text}
        <span className="sr-only">{`${label}: ${row.already.words}`}</span>
      </span>
    );
  }
  return (
    <>
      <input
        type="hidden"
        name="row"
        value={rowText({ ...row, slot: String(row.slot), minute: slot.minute })}
      />
      <SheetCell
        name={`cell.${row.key}`}
        label={`${label}, planned ${row.planned}`}
        placeholder={row.plannedAmount}
        line={line}
        column={column}
      />
    </>
  );
}

/** ` · 08:00` where the slot has the same time on all of these days, else nothing: each cell names its own. */
function timeOf(slots: readonly EntrySlot[], number: number): string {
  const minutes = new Set(slots.flatMap(({ slot, minute }) => (slot === number ? [minute] : [])));
  const [minute] = minutes;
  return minutes.size === 1 && minute != null ? ` · ${formatMinute(minute)}` : '';
}

function daysOf(slots: readonly EntrySlot[]): readonly SheetDay[] {
  const days = new Map<string, { iso: string; words: string; slots: Map<number, EntrySlot> }>();
  for (const slot of slots) {
    const day = days.get(slot.isoDay) ?? { iso: slot.isoDay, words: slot.day, slots: new Map() };
    day.slots.set(slot.slot, slot);
    days.set(slot.isoDay, day);
  }
  return [...days.values()];
}
