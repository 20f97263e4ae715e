import { ButtonLink } from '#components/ui/button-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Section } from '#components/ui/section.tsx';
import { Table, TableScroll } from '#components/ui/table.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { OperationDraft, OperationRow } from '#lib/view/operation-form.ts';
import { OperationForm } from './operation-form.tsx';

type OperationsSectionProps = {
  caseId: string;
  rows: readonly OperationRow[];
  draft: OperationDraft | null;
  mayRecord: boolean;
  zoneNote: string;
  isExchange: boolean;
};

/** The operations of a case, and the form for one. */
export function OperationsSection(props: OperationsSectionProps) {
  const { caseId, rows, draft, mayRecord, zoneNote, isExchange } = props;
  const path = `/cases/${caseId}/devices`;
  return (
    <Section
      id="operations"
      title="Operations"
      actions={
        mayRecord && draft === null ? (
          <ButtonLink href={`${path}?operation=new#operations`} size="sm">
            Record an operation
          </ButtonLink>
        ) : null
      }
    >
      <div className="grid gap-4">
        {rows.length > 0 ? (
          <TableScroll label="List of operations">
            <Table caption="Operations of this case">
              <thead>
                <tr>
                  <th scope="col">Operation</th>
                  <th scope="col">Ended{zoneNote}</th>
                  <th scope="col">Took out</th>
                  <th scope="col">Note</th>
                  <th scope="col">Recorded by</th>
                  <th scope="col">
                    <span className="sr-only">Correct</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.id} id={row.id}>
                    <th scope="row">{row.what}</th>
                    <td className="whitespace-nowrap">{row.ended}</td>
                    <td>{row.removed || 'nothing'}</td>
                    <td className="min-w-56">{row.note}</td>
                    <td>{row.recordedBy}</td>
                    <td>
                      {row.mayCorrect ? (
                        <TextLink
                          href={`${path}?operation=${row.id}#operations`}
                          aria-label={`Correct: ${row.what}, ${row.ended}`}
                        >
                          Correct
                        </TextLink>
                      ) : null}
                    </td>
                  </tr>
                ))}
              </tbody>
            </Table>
          </TableScroll>
        ) : draft === null ? (
          <EmptyState title="No operation is recorded">
            The course begins with the index operation. Somebody who may record operations does it here.
          </EmptyState>
        ) : null}
        {draft?.corrects === null && draft.kind !== 'index' ? (
          <p className="text-ink-muted">
            A removal is best recorded{' '}
            <TextLink href={`/cases/${caseId}/removal?form=done#done`}>with its report</TextLink>: findings,
            what stayed in, complications and visits. That completes the case, too.
          </p>
        ) : null}
        {draft ? (
          <OperationForm
            key={draft.corrects?.id ?? rows.length}
            caseId={caseId}
            draft={draft}
            zoneNote={zoneNote}
            isExchange={isExchange}
          />
        ) : null}
      </div>
    </Section>
  );
}
