import { Dated } from '#components/ui/dated.tsx';
import { Section } from '#components/ui/section.tsx';
import { Table, TableScroll } from '#components/ui/table.tsx';
import type { HistoryRow } from '#lib/view/booking-words.ts';

/** What became of the bookings of a case, the latest first. */
export function BookingHistory({ rows }: { rows: readonly HistoryRow[] }) {
  return (
    <Section id="history" title="History of the booking">
      <TableScroll label="Entries of the booking">
        <Table caption="What became of the booking, latest first" stack>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Time and room</th>
              <th scope="col">Reason</th>
              <th scope="col">Recorded</th>
              <th scope="col">By</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ seq, what, when, place, reason, by }) => (
              <tr key={`${when} ${seq}`}>
                <th scope="row">{what}</th>
                <td data-label="Time and room" className="min-w-56">
                  <Dated>{place}</Dated>
                </td>
                <td data-label="Reason">{reason}</td>
                <td data-label="Recorded" className="whitespace-nowrap">
                  {when}
                </td>
                <td data-label="By">{by}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </TableScroll>
    </Section>
  );
}
