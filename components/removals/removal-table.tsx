import { Badge } from '#components/ui/badge.tsx';
import { Dated } from '#components/ui/dated.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LevelBadge } from '#components/ui/level-badge.tsx';
import { Table, TableScroll } from '#components/ui/table.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { RemovalGroup, RemovalRow } from '#lib/view/removal-row.ts';

const LEVELS: Record<RemovalGroup, 'look' | 'info' | 'done'> = {
  passed: 'look',
  drifted: 'look',
  overdue: 'look',
  ready: 'look',
  waiting: 'look',
  booked: 'done',
  coming: 'info',
};

/** The cases whose hardware is in place, each with what stands against its removal. */
export function RemovalTable({ rows }: { rows: readonly RemovalRow[] }) {
  if (rows.length === 0) {
    return (
      <EmptyState title="No case is here">
        A case stands here from its index operation until its removal is recorded. Another choice above may
        show some.
      </EmptyState>
    );
  }
  return (
    <TableScroll label="Removals">
      <Table caption="Removals, earliest safe date first" hover stack>
        <thead>
          <tr>
            <th scope="col">Patient</th>
            <th scope="col">Removal window</th>
            <th scope="col">State</th>
            <th scope="col">Stands against it</th>
            <th scope="col">Theatre, surgeon</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <RemovalLine key={row.caseId} row={row} />
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}

function RemovalLine({ row }: { row: RemovalRow }) {
  return (
    <tr data-list-item="">
      <th scope="row" className="min-w-44">
        <TextLink href={`/cases/${row.caseId}/removal`} prefetch={false} quiet className="font-semibold">
          {row.name}
        </TextLink>
        <p className="font-normal text-ink-muted text-sm">
          {row.age} · MRN {row.mrn}
        </p>
      </th>
      <td data-label="Window" className={row.isWindowPlain ? 'whitespace-nowrap' : 'min-w-44'}>
        <Dated>{row.window}</Dated>
        <p className="text-ink-muted text-sm">{row.phase}</p>
      </td>
      <td data-label="State" className="whitespace-nowrap">
        <LevelBadge level={LEVELS[row.group]} look="plain">
          {row.groupWords}
        </LevelBadge>
        {row.isUrgent ? (
          <p>
            <Badge tone="accent">goes first</Badge>
          </p>
        ) : null}
      </td>
      <td data-label="Against it" className="w-2/5 min-w-48">
        <Dated>{row.blockers}</Dated>
      </td>
      <td data-label="Theatre" className="min-w-48">
        <Dated>{row.booking ?? 'not booked'}</Dated>
        <p className="text-ink-muted text-sm">{row.surgeon}</p>
        {row.amiss ? (
          <p className="text-look">
            <Dated>{row.amiss}</Dated>
          </p>
        ) : null}
      </td>
    </tr>
  );
}
