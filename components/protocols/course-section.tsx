import { Alert } from '#components/ui/alert.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Section } from '#components/ui/section.tsx';
import { Table, TableScroll } from '#components/ui/table.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { ProtocolPage } from '#lib/view/protocol-page.ts';
import { CourseForm } from './course-form.tsx';
import { TellDecisionForm } from './tell-decision-form.tsx';

type CourseSectionProps = Pick<ProtocolPage, 'caseId' | 'zoneNote' | 'staff' | 'now'> &
  ProtocolPage['course'];

/** The decisions that moved the case on: activation ended or resumed, consolidation started, stopped or to be removed early. */
export function CourseSection({ caseId, zoneNote, rows, draft, mayRecord, ...given }: CourseSectionProps) {
  const { done, kinds, staff, now, facts, at } = given;
  const path = `/cases/${caseId}/protocol`;
  return (
    <Section
      id="course"
      title="Course"
      actions={
        mayRecord && draft === null ? (
          <ButtonLink href={`${path}?course=new#course`} size="sm">
            Record a decision
          </ButtonLink>
        ) : null
      }
    >
      <div className="grid gap-4">
        {done === null ? null : <Alert level="done" title={done} role="status" />}
        {rows.length === 0 ? (
          <EmptyState title="Nothing is decided about the course yet">
            Activation begins with the first turn by itself. That it ended, was resumed or stopped early, and
            when consolidation started, is recorded here.
          </EmptyState>
        ) : (
          <TableScroll label="Decisions about the course">
            <Table caption="Decisions about the course">
              <thead>
                <tr>
                  <th scope="col">Decision</th>
                  <th scope="col">From{zoneNote}</th>
                  <th scope="col">Reason</th>
                  <th scope="col">Decided by</th>
                  <th scope="col">Family told</th>
                  <th scope="col">
                    <span className="sr-only">Correct</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.id}>
                    <th scope="row">{row.what}</th>
                    <td className="whitespace-nowrap">{row.when}</td>
                    <td>{row.reason}</td>
                    <td>{row.by}</td>
                    <td>
                      {row.told ??
                        (mayRecord ? (
                          <TellDecisionForm
                            {...{ caseId, now, zoneNote, staff }}
                            eventId={row.id}
                            what={row.what}
                          />
                        ) : (
                          'not yet'
                        ))}
                    </td>
                    <td>
                      {mayRecord ? (
                        <TextLink
                          href={`${path}?course=${row.id}#course`}
                          aria-label={`Correct: ${row.what}, ${row.when}`}
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
        )}
        {draft && facts ? (
          <CourseForm
            key={draft.corrects?.id ?? 'new'}
            {...{ caseId, draft, kinds, zoneNote, staff, facts, at }}
          />
        ) : null}
      </div>
    </Section>
  );
}
