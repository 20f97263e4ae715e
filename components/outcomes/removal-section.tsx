import { RemovalCurveSvg } from '#components/charts/removal-curve-svg.tsx';
import { Section } from '#components/ui/section.tsx';
import { Table, TableScroll } from '#components/ui/table.tsx';
import { Unknown } from '#components/ui/unknown.tsx';
import type { RemovalCurve } from '#lib/view/removal-curve.ts';
import { FewMark } from './few-mark.tsx';

/** From placement to removal. */
export function RemovalSection({ curve }: { curve: RemovalCurve }) {
  return (
    <Section title="From placement to removal" id="removal" detail={curve.counted}>
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-[2fr_1fr]">
        <div data-print="together" className="grid content-start gap-2">
          <p className="font-medium">
            {curve.summary ?? <Unknown>not known: a quarter of these devices is not out yet</Unknown>}{' '}
            {curve.isFew ? <FewMark /> : null}
          </p>
          <figure className="pt-4">
            <RemovalCurveSvg curve={curve} />
            <figcaption className="max-w-prose text-ink-muted text-sm">
              Days since placement, and the share still in place. Cases whose device is in count for as long
              as they were watched (Kaplan–Meier).
            </figcaption>
          </figure>
        </div>
        <TableScroll label="Still in place by day">
          <Table caption="Share of cases with the device still in place, by day" density="tight">
            <thead>
              <tr>
                <th scope="col" className="num">
                  Day
                </th>
                <th scope="col" className="num">
                  Still in place
                </th>
                <th scope="col" className="num">
                  Still watched
                </th>
              </tr>
            </thead>
            <tbody>
              {curve.rows.map(({ days, inPlace, atRisk }) => (
                <tr key={days}>
                  <th scope="row" className="num">
                    {days}
                  </th>
                  <td className="num">{inPlace}</td>
                  <td className="num">{atRisk}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        </TableScroll>
      </div>
    </Section>
  );
}
