import { Table, TableScroll } from '#components/ui/table.tsx';
import type { SlotReading } from '#lib/view/chart/chart-slots.ts';
import { formatMm, formatSignedMm } from '#lib/view/format-amount.ts';

type SlotTableProps = { readings: readonly SlotReading[]; labels: readonly string[] };

/** The data of the chart as a table, latest slot first. A blank cell means that nothing is known, not zero. */
export function SlotTable({ readings, labels }: SlotTableProps) {
  return (
    <TableScroll label="The data of the expansion chart" className="max-h-[36rem]">
      <Table
        caption="Planned, reported and measured expansion per slot, as totals since placement, latest first"
        sticky="head"
        density="tight"
      >
        <thead>
          <tr>
            <th scope="col">Slot</th>
            <th scope="col">Device</th>
            <th scope="col" className="num">
              Planned
            </th>
            <th scope="col" className="num">
              Reported
            </th>
            <th scope="col" className="num">
              Deviation
            </th>
            <th scope="col">Status</th>
            <th scope="col">By</th>
            <th scope="col">Version</th>
            <th scope="col">Measured</th>
          </tr>
        </thead>
        {readings.toReversed().map(({ when, cells }) => (
          <tbody key={when}>
            {cells.map((cell, index) => (
              <tr key={labels[index]}>
                {index === 0 && (
                  <th
                    scope="rowgroup"
                    rowSpan={cells.length}
                    className="whitespace-nowrap print:whitespace-normal"
                  >
                    {when}
                  </th>
                )}
                <td>{labels[index]}</td>
                <td className="num">{cell.plannedUm !== null && formatMm(cell.plannedUm, 2)}</td>
                <td className="num">{cell.reportedUm !== null && formatMm(cell.reportedUm, 2)}</td>
                <td className="num">{cell.deviationUm !== null && formatSignedMm(cell.deviationUm, 2)}</td>
                <td className="whitespace-nowrap print:whitespace-normal">{cell.status}</td>
                <td>{cell.by}</td>
                <td>{cell.version}</td>
                <td>{cell.measured}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </Table>
    </TableScroll>
  );
}
