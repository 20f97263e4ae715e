import { ShareSvg } from '#components/charts/share-svg.tsx';
import { Table, TableScroll } from '#components/ui/table.tsx';
import type { ShareRow } from '#lib/view/complication-shares.ts';
import { FewMark } from './few-mark.tsx';

type ShareTableProps = { caption: string; what: string; rows: readonly ShareRow[] };

/** Shares with their 95 % intervals; a small number is said to be small. */
export function ShareTable({ caption, what, rows }: ShareTableProps) {
  return (
    <TableScroll label={caption}>
      <Table caption={caption} captionShown sticky="first">
        <thead>
          <tr>
            <th scope="col">{what}</th>
            <th scope="col" className="num">
              Affected
            </th>
            <th scope="col" className="num">
              Share
            </th>
            <th scope="col" className="num">
              95 % interval
            </th>
            <th scope="col" className="w-1/3 min-w-40">
              Drawn from 0 to 100 %
            </th>
            <th scope="col">Number</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, label, detail, share }) => (
            <tr key={key}>
              <th scope="row">
                {label}
                {detail === null ? null : <span className="block font-normal text-ink-muted">{detail}</span>}
              </th>
              <td className="num whitespace-nowrap">{share.counted}</td>
              <td className="num whitespace-nowrap">{share.share}</td>
              <td className="num whitespace-nowrap">{share.interval}</td>
              <td>
                <ShareSvg at={share.at} low={share.low} high={share.high} />
              </td>
              <td>{share.isFew ? <FewMark /> : 'enough'}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}
