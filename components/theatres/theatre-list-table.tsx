import { EmptyState } from '#components/ui/empty-state.tsx';
import { Section } from '#components/ui/section.tsx';
import { Table, TableScroll } from '#components/ui/table.tsx';
import type { TheatreListGroup } from '#lib/view/theatre-list.ts';

type TheatreListTableProps = {
  groups: readonly TheatreListGroup[];
  /** Which days, printed when and by whom: at the head of every printed page. */
  printed: string;
};

/** The theatre list: what stands on paper when the page is printed. */
export function TheatreListTable({ groups, printed }: TheatreListTableProps) {
  return (
    <Section id="list" title="Theatre list" className="mt-6">
      {groups.length === 0 ? (
        <EmptyState title="Nothing is booked">
          Bookings are made in the Removal tab of a case; the list under Removals says whose hardware may come
          out.
        </EmptyState>
      ) : (
        <TableScroll label="Rows of the theatre list">
          <Table caption="Theatre list by day, room and time" stack>
            <thead>
              <tr data-print="only">
                <td colSpan={4}>{printed} Times that are only held are not on the list.</td>
              </tr>
              <tr>
                <th scope="col">Time</th>
                <th scope="col">Patient</th>
                <th scope="col">Surgeon, anaesthetist</th>
                <th scope="col">Hardware</th>
              </tr>
            </thead>
            {groups.map((group) => (
              <TheatreListRows key={group.key} group={group} />
            ))}
          </Table>
        </TableScroll>
      )}
    </Section>
  );
}

function TheatreListRows({ group: { day, room, rows } }: { group: TheatreListGroup }) {
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={4} className="pt-4">
          {day}, {room}
        </th>
      </tr>
      {rows.map(({ bookingId, time, isDone, patient, born, mrn, people, hardware }) => (
        <tr key={bookingId}>
          <td data-label="Time" className="whitespace-nowrap">
            {time}
            {isDone ? <p className="text-ink-muted text-sm">done</p> : null}
          </td>
          <th scope="row" className="min-w-48">
            {patient}
            <p className="whitespace-nowrap font-normal text-ink-muted text-sm">
              born {born} · MRN {mrn}
            </p>
          </th>
          <td data-label="Surgeon">
            {people.map((name) => (
              <p key={name} className="whitespace-nowrap">
                {name}
              </p>
            ))}
          </td>
          <td data-label="Hardware" className="min-w-64">
            {hardware.map((device) => (
              <p key={device}>{device}</p>
            ))}
          </td>
        </tr>
      ))}
    </tbody>
  );
}
