import { AmountCell } from '#components/protocols/session-cell.tsx';
import { Table, TableScroll } from '#components/ui/table.tsx';
import type { BandRow } from '#lib/view/clinic-settings.ts';

/** The rates that need no second signature, a site a row. */
export function BandTable({ rows }: { rows: readonly BandRow[] }) {
  return (
    <TableScroll label="Rates by site">
      <Table caption="Rates in mm a day that need no second signature" className="w-auto!" stack>
        <thead>
          <tr>
            <th scope="col">Site</th>
            <th scope="col">From, mm a day</th>
            <th scope="col">To, mm a day</th>
            <th scope="col">Published</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ site, label, least, most, source }) => (
            <tr key={site}>
              <th scope="row">{label}</th>
              <td data-label="From, mm a day">
                <AmountCell name={`band.${site}.least`} label={`${label}, from, mm a day`} value={least} />
              </td>
              <td data-label="To, mm a day">
                <AmountCell name={`band.${site}.most`} label={`${label}, to, mm a day`} value={most} />
              </td>
              <td data-label="Published" className="min-w-48 max-w-md whitespace-normal!">
                {source}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}
