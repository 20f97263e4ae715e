import { Dated } from '#components/ui/dated.tsx';
import { Table, TableScroll } from '#components/ui/table.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { Unknown } from '#components/ui/unknown.tsx';
import type { ImplantRow } from '#lib/view/implant-rows.ts';

/** Devices, those in place in open cases first. */
export function ImplantTable({ title, rows }: { title: string; rows: readonly ImplantRow[] }) {
  return (
    <TableScroll label={title}>
      <Table caption={`${title}, those of open cases first`} sticky="first" stack>
        <thead>
          <tr>
            <th scope="col">Child</th>
            <th scope="col">Case and device</th>
            <th scope="col">Label</th>
            <th scope="col">Model</th>
            <th scope="col">Lot</th>
            <th scope="col">Serial</th>
            <th scope="col">Expiry</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <TextLink href={row.href}>{row.name}</TextLink>{' '}
                <span className="font-normal text-ink-muted">{row.mrn}</span>
              </th>
              <td data-label="Device" className={row.isInPlace ? 'font-medium' : ''}>
                <Dated>{row.standing}</Dated>
              </td>
              <td data-label="Label">{row.label}</td>
              <td data-label="Model">{row.model ?? <Unknown>not recorded</Unknown>}</td>
              <td data-label="Lot">{row.lot ?? <Unknown>not recorded</Unknown>}</td>
              <td data-label="Serial">{row.serial ?? <Unknown>not recorded</Unknown>}</td>
              <td data-label="Expiry" className="whitespace-nowrap">
                {row.expires ?? <Unknown>not recorded</Unknown>}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}
