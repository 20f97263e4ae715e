import { EmptyState } from '#components/ui/empty-state.tsx';
import { Section } from '#components/ui/section.tsx';
import { Table, TableScroll } from '#components/ui/table.tsx';
import type { TheatreListRow } from '#lib/view/theatre-list.ts';

type TheatreListTableProps = { rows: readonly TheatreListRow[]; printed: string };

/** The theatre list: what stands on paper when the page is printed. */
export function TheatreListTable({ rows, printed }: TheatreListTableProps) {
  return (
    <Section id="list" title="Theatre list" className="mt-6">
      <p data-print="only" className="text-sm">
        Printed {printed}
      </p>
      {rows.length === 0 ? (
        <EmptyState title="Nothing is booked">
          Bookings are made in the Removal tab of a case; the list under Removals says whose hardware may come
          out.
        </EmptyState>
      ) : (
        <TableScroll label="Rows of the theatre list">
          <Table caption="Theatre list by day, room and time">
            <thead>
              <tr>
                <th scope="col">Day</th>
                <th scope="col">Room</th>
                <th scope="col">Time</th>
                <th scope="col">Patient</th>
                <th scope="col">Born</th>
                <th scope="col">MRN</th>
                <th scope="col">Surgeon, anaesthetist</th>
                <th scope="col">Hardware</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.bookingId}>
                  <td className="whitespace-nowrap">{row.day}</td>
                  <td>{row.room}</td>
                  <td className="whitespace-nowrap">{row.time}</td>
                  <th scope="row">{row.patient}</th>
                  <td className="whitespace-nowrap">{row.born}</td>
                  <td>{row.mrn}</td>
                  <td>{row.people}</td>
                  <td className="min-w-48">{row.hardware}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        </TableScroll>
      )}
    </Section>
  );
}
