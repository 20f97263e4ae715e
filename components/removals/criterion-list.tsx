import { Dated } from '#components/ui/dated.tsx';
import { LevelBadge } from '#components/ui/level-badge.tsx';
import { Table, TableScroll } from '#components/ui/table.tsx';
import { CRITERION_STATE_WORDS, type CriterionRow } from '#lib/view/criterion-words.ts';

const LEVELS = { met: 'done', 'not-met': 'look', 'not-assessable': 'unknown', waived: 'info' } as const;

/** What must be in order before the hardware comes out. */
export function CriterionList({ criteria }: { criteria: readonly CriterionRow[] }) {
  return (
    <TableScroll label="Criteria">
      <Table caption="Criteria of the removal" className="max-w-4xl" stack>
        <thead>
          <tr>
            <th scope="col">Criterion</th>
            <th scope="col">State</th>
            <th scope="col">Judged on</th>
          </tr>
        </thead>
        <tbody>
          {criteria.map(({ kind, state, label, detail }) => (
            <tr key={kind}>
              <th scope="row">{label}</th>
              <td data-label="State" className="whitespace-nowrap">
                <LevelBadge level={LEVELS[state]} look="plain">
                  {CRITERION_STATE_WORDS[state]}
                </LevelBadge>
              </td>
              <td data-label="Judged on" className="min-w-64">
                <Dated>{detail}</Dated>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}
