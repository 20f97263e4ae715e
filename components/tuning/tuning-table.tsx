import { EmptyState } from '#components/ui/empty-state.tsx';
import { Section } from '#components/ui/section.tsx';
import { Table, TableScroll } from '#components/ui/table.tsx';
import type { Tally } from '#lib/domain/tuning/tally.ts';
import { ruleWords } from '#lib/view/rule-words.ts';

/** Each rule with what became of its flags, and what the other defaults would have changed. */
export function TuningTable({ tally, isOver }: { tally: Tally | null; isOver: boolean }) {
  const rules = Object.entries(tally ?? {}).sort(([, a], [, b]) => b.raised - a.raised);
  return (
    <Section id="rules" title="Rules" detail={isOver || tally === null ? undefined : 'so far'}>
      {rules.length === 0 ? (
        <EmptyState title={isOver ? 'No rule raised a flag' : 'Nothing is counted yet'}>
          {isOver
            ? 'In 90 days no flag was raised.'
            : 'Change what you want to try, or nothing, and press Count.'}
        </EmptyState>
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
          <p className="max-w-prose text-ink-muted">
            Counted are the cases that were open in the last 90 days, those closed since for as long as they
            were open. Each is judged again at every moment at which its judgement changed, on what was known
            then; what was corrected since counts as corrected. A flag that stood before the time began was
            not raised in it. A protocol that has a figure of its own keeps it.
          </p>
          <TableScroll label="Table of rules">
            <Table caption="Flags by rule" className="w-auto!">
              <thead>
                <tr>
                  <th scope="col">Rule</th>
                  <th scope="col" className="num">
                    Raised, 90 days
                  </th>
                  <th scope="col" className="num">
                    Acknowledged
                  </th>
                  <th scope="col" className="num">
                    Led to an action
                  </th>
                  <th scope="col" className="num">
                    Raised, 30 days
                  </th>
                  <th scope="col" className="num">
                    With the other defaults
                  </th>
                  <th scope="col" className="num">
                    Difference
                  </th>
                </tr>
              </thead>
              <tbody>
                {rules.map(([rule, { raised, acknowledged, acted, recent, tried }]) => (
                  <tr key={rule}>
                    <th scope="row">{ruleWords(rule)}</th>
                    <td className="num">{raised}</td>
                    <td className="num">{acknowledged}</td>
                    <td className="num">{acted}</td>
                    <td className="num">{recent}</td>
                    <td className="num">{tried}</td>
                    <td className={tried === recent ? 'num text-ink-muted' : 'num font-semibold'}>
                      {signed(tried - recent)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </Table>
          </TableScroll>
        </div>
      )}
    </Section>
  );
}

const signed = (difference: number) =>
  difference > 0 ? `+${difference}` : difference < 0 ? `\u2212${-difference}` : '0';
