import { Table, TableScroll } from '#components/ui/table.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { Unknown } from '#components/ui/unknown.tsx';
import type { CranialLine } from '#lib/view/cranial-rows.ts';

/** What was measured of the head, latest first; what was corrected stays, struck through. */
export function CranialTable({ lines, path }: { lines: readonly CranialLine[]; path: string | null }) {
  return (
    <TableScroll label="Measurements of the head">
      <Table caption="Measurements of the head, latest first" sticky="first">
        <thead>
          <tr>
            <th scope="col">Taken</th>
            <th scope="col">Age</th>
            <th scope="col">What</th>
            <th scope="col">Value</th>
            <th scope="col">Uncertainty</th>
            <th scope="col">How</th>
            <th scope="col">Note</th>
            <th scope="col">Recorded</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id} className={line.isGone ? 'text-ink-muted line-through' : ''}>
              <th scope="row" className="whitespace-nowrap">
                {line.taken}
              </th>
              <td className="whitespace-nowrap">{line.age}</td>
              <td>{line.what}</td>
              <td className="min-w-32">{line.value}</td>
              <td>{line.uncertainty ?? <Unknown>not stated</Unknown>}</td>
              <td>{line.method}</td>
              <td className="min-w-40">
                {line.note}
                {line.correction === null ? '' : ` ${line.correction}`}
              </td>
              <td>
                {line.written}
                {path === null || line.isGone ? null : (
                  <>
                    {' '}
                    <TextLink
                      href={`${path}?correct=${line.id}#record`}
                      aria-label={`Correct: ${line.what}, ${line.taken}`}
                    >
                      Correct
                    </TextLink>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}
