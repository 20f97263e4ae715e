import { Badge } from '#components/ui/badge.tsx';
import { Table, TableScroll } from '#components/ui/table.tsx';
import { Unknown } from '#components/ui/unknown.tsx';
import type { CatalogueLine } from '#lib/view/catalogue-lines.ts';
import { RetireModelForm } from './retire-model-form.tsx';

/** The catalogue with the sources of its figures. */
export function CatalogueTable({ lines }: { lines: readonly CatalogueLine[] }) {
  return (
    <TableScroll label="Device catalogue">
      <Table caption="Models on offer, with the sources of their figures" sticky="first" stack>
        <thead>
          <tr>
            <th scope="col">Model</th>
            <th scope="col">Sites</th>
            <th scope="col">Turn</th>
            <th scope="col">Travel</th>
            <th scope="col">Actuation and notes</th>
            <th scope="col">Source</th>
            <th scope="col" className="num">
              Placed
            </th>
            <th scope="col">Offered</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">{line.model}</th>
              <td data-label="Sites">{line.sites}</td>
              <td data-label="Turn">
                {line.turn === null ? '' : `${line.turn}; `}
                <Unknown>confirm at placement</Unknown>
              </td>
              <td data-label="Travel">{line.travels ?? <Unknown>not published</Unknown>}</td>
              <td data-label="Notes" className="min-w-40">
                {line.note}
              </td>
              <td data-label="Source" className="min-w-40">
                {line.source ?? <Unknown>not stated</Unknown>}
              </td>
              <td data-label="Placed" className="num">
                {line.placed}
              </td>
              <td data-label="Offered">
                {line.isRetired ? <Badge tone="outline">Retired</Badge> : null}
                {line.mayRetire ? <RetireModelForm modelId={line.id} model={line.model} /> : null}
                {line.isRetired || line.mayRetire ? null : 'shared'}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}
