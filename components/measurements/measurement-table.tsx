import { LevelMark } from '#components/ui/level-mark.tsx';
import { Table, TableScroll } from '#components/ui/table.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { Unknown } from '#components/ui/unknown.tsx';
import type { Comparison, MeasurementRow } from '#lib/view/measurement-rows.ts';
import { EarlierReadings } from './earlier-readings.tsx';

type MeasurementTableProps = {
  rows: readonly MeasurementRow[];
  /** Where a measurement can be corrected; null: the reader may not. */
  path: string | null;
};

/** What was measured, latest first, beside what the reported turns lead one to expect. */
export function MeasurementTable({ rows, path }: MeasurementTableProps) {
  return (
    <TableScroll label="Measurements">
      <Table
        caption="Measurements, latest first, against what the reported turns lead one to expect"
        sticky="first"
        stack
      >
        <thead>
          <tr>
            <th scope="col">Taken</th>
            <th scope="col">What</th>
            <th scope="col" className="num">
              Value
            </th>
            <th scope="col">Uncertainty</th>
            <th scope="col">How</th>
            <th scope="col" className="num">
              Expected
            </th>
            <th scope="col" className="num">
              Difference
            </th>
            <th scope="col">Judgement</th>
            <th scope="col">Note</th>
            <th scope="col">
              <span className="sr-only">Correct</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} id={row.id}>
              <th scope="row" className="whitespace-nowrap">
                {row.taken}
              </th>
              <td data-label="What">
                {row.what}
                {row.device === null ? '' : `, ${row.device}`}
              </td>
              <td data-label="Value" className="num whitespace-nowrap">
                {row.value}
              </td>
              <td data-label="Uncertainty" className="whitespace-nowrap">
                {row.uncertainty ?? <Unknown>not stated</Unknown>}
              </td>
              <td data-label="How">{row.method}</td>
              <ComparisonCells comparison={row.comparison} />
              <td data-label="Note" className="min-w-40">
                {row.note}
                {row.earlier.length === 0 ? null : (
                  <EarlierReadings readings={row.earlier} verb="corrected" />
                )}
              </td>
              <td>
                {path === null ? null : (
                  <TextLink
                    href={`${path}?correct=${row.id}#record`}
                    aria-label={`Correct: ${row.what}, ${row.value}, ${row.taken}`}
                  >
                    Correct
                  </TextLink>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}

const MARKS = { within: 'done', beyond: 'act', unknown: 'unknown' } as const;

function ComparisonCells({ comparison }: { comparison: Comparison | null }) {
  if (!comparison) {
    return (
      <td colSpan={3} data-label="Expected" className="text-ink-muted">
        nothing to compare with
      </td>
    );
  }
  const { expected, difference, verdict, words } = comparison;
  return (
    <>
      <td data-label="Expected" className="num whitespace-nowrap">
        {expected}
      </td>
      <td data-label="Difference" className="num whitespace-nowrap">
        {difference}
      </td>
      <td data-label="Judgement" className={verdict === 'beyond' ? 'font-medium text-act' : ''}>
        <span className="inline-flex items-center gap-1.5 align-bottom">
          <LevelMark level={MARKS[verdict]} />
          {words}
        </span>
      </td>
    </>
  );
}
