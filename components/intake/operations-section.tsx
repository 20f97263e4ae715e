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
  /** Where a removal is recorded. */
  removalPath: string | null;
  zoneNote: string;
  isExchange: boolean;
};

/** The operations of a case, and the form for one. */
export function OperationsSection(props: OperationsSectionProps) {
  const { caseId, rows, draft, mayRecord, removalPath, zoneNote, isExchange } = props;
  const path = `/cases/${caseId}/devices`;
  return (
    <Section
      id="operations"
      title="Operations"
      actions={
        draft === null ? (
          <>
            {removalPath ? (
              <ButtonLink href={removalPath} size="sm">
                Record the removal
              </ButtonLink>
            ) : null}
            {mayRecord ? (
              <ButtonLink href={`${path}?operation=new#operations`} size="sm">
                Record another operation
              </ButtonLink>
            ) : null}
          </>
        ) : null
      }
    >
      <div className="grid gap-4">
        {rows.length > 0 ? (
          <TableScroll label="List of operations">
            <Table caption="Operations of this case" stack>
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
                    <th scope="row">
                      {row.what}
                      {row.addsReport ? (
                        <p className="font-normal">
                          <TextLink href={`/cases/${caseId}/removal?form=report#unreported`}>
                            {row.addsReport}
                          </TextLink>
                        </p>
                      ) : null}
                    </th>
                    <td data-label="Ended" className="whitespace-nowrap">
                      {row.ended}
                    </td>
                    <td data-label="Took out">{row.removed || 'nothing'}</td>
                    <td data-label="Note" className="min-w-56">
                      {row.note}
                    </td>
                    <td data-label="Recorded by">{row.recordedBy}</td>
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
        {draft?.corrects === null && draft.kind === 'other' && removalPath && !isExchange ? (
          <p className="text-ink-muted">
            Is the hardware out for good? That is{' '}
            <TextLink href={removalPath}>the removal, recorded with its report</TextLink>.
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
