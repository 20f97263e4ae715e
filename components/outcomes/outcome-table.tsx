import { Table, TableScroll } from '#components/ui/table.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { Unknown } from '#components/ui/unknown.tsx';
import type { OutcomeRow } from '#lib/view/outcome-rows.ts';

const NUMBERS = ['Planned, mm', 'Achieved, mm', 'Measured, mm'];
const OTHERS = ['Slots as planned', 'Days lost', 'Complications', 'Days to removal'];

/** The cases that the dots stand for, the latest operation first. */
export function OutcomeTable({ rows }: { rows: readonly OutcomeRow[] }) {
  return (
    <TableScroll label="Cases">
      <Table caption="Outcome of each case, the latest operation first" sticky="first" hover>
        <thead>
          <tr>
            <th scope="col">Case</th>
            <th scope="col">Operated</th>
            {NUMBERS.map((head) => (
              <th key={head} scope="col" className="num">
                {head}
              </th>
            ))}
            {OTHERS.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.caseId}>
              <th scope="row" className="min-w-40">
                <TextLink href={`/cases/${row.caseId}`}>{row.name}</TextLink>
                <span className="block font-normal text-ink-muted text-sm">MRN {row.mrn}</span>
              </th>
              <td className="whitespace-nowrap">{row.operated}</td>
              <td className="num">{row.planned ?? <Unknown>none</Unknown>}</td>
              <td className="num">{row.achieved ?? <Unknown />}</td>
              <td className="num">{row.measured ?? <Unknown>not measured</Unknown>}</td>
              <td>{row.adherence ?? <Unknown>not over</Unknown>}</td>
              <td>{row.lost ?? <Unknown>not over</Unknown>}</td>
              <td>{row.complications === 0 ? 'none recorded' : row.complications}</td>
              <td>{row.removal ?? 'in place'}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}
