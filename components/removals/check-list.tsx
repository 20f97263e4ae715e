import { ActionForm } from '#components/forms/action-form.tsx';
import { RadioField } from '#components/forms/choice-field.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { TextField } from '#components/forms/text-field.tsx';
import { Dated } from '#components/ui/dated.tsx';
import { LevelBadge } from '#components/ui/level-badge.tsx';
import { Section } from '#components/ui/section.tsx';
import { Table, TableScroll } from '#components/ui/table.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { recordCheckAction } from '#lib/actions/record-check-action.ts';
import type { CheckRow } from '#lib/view/check-rows.ts';
import { CHECK_STATE_WORDS } from '#lib/view/criterion-words.ts';

type CheckListProps = {
  caseId: string;
  writeId: string;
  rows: readonly CheckRow[];
  mayCheck: boolean;
  /** `check:` and the key of the check whose form is open. */
  form: unknown;
};

const LEVELS = { passed: 'done', failed: 'look', 'not-needed': 'info' } as const;

/** The clinic's pre-operative checks, each with what was recorded of it last. */
export function CheckList({ caseId, writeId, rows, mayCheck, form }: CheckListProps) {
  const open = mayCheck ? rows.find(({ key }) => form === `check:${key}`) : undefined;
  return (
    <Section id="checks" title="Pre-operative checks">
      <div className="grid gap-4">
        <TableScroll label="List of checks">
          <Table caption="Pre-operative checks of the clinic’s template" stack>
            <thead>
              <tr>
                <th scope="col">Check</th>
                <th scope="col">Found</th>
                <th scope="col">Note</th>
                <th scope="col">Recorded</th>
                <th scope="col">
                  <span className="sr-only">Record</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.key}>
                  <th scope="row" className="min-w-44">
                    {row.label}
                  </th>
                  <td data-label="Found" className="whitespace-nowrap">
                    <LevelBadge level={row.state === null ? 'unknown' : LEVELS[row.state]} look="plain">
                      {row.stateWords}
                    </LevelBadge>
                  </td>
                  <td data-label="Note">{row.note}</td>
                  <td data-label="Recorded">
                    <Dated>{row.recorded}</Dated>
                  </td>
                  <td>
                    {mayCheck ? (
                      <TextLink
                        href={`/cases/${caseId}/removal?form=check:${row.key}#checks`}
                        aria-label={`Record: ${row.label}`}
                      >
                        Record
                      </TextLink>
                    ) : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        </TableScroll>
        {open ? (
          <ActionForm
            key={open.key}
            action={recordCheckAction}
            labels={{ state: open.label, note: 'Note' }}
            aria-label={open.label}
            className="max-w-xl"
          >
            <input type="hidden" name="caseId" value={caseId} />
            <input type="hidden" name="id" value={writeId} />
            <input type="hidden" name="key" value={open.key} />
            <RadioField
              name="state"
              label={open.label}
              look="segments"
              options={Object.entries(CHECK_STATE_WORDS).map(([value, label]) => ({ value, label }))}
            />
            <TextField
              name="note"
              label="Note"
              hint="Needed where something is not in order"
              maxLength={500}
              optional
            />
            <SubmitButton pendingLabel="Saving…" className="justify-self-start">
              Save the check
            </SubmitButton>
          </ActionForm>
        ) : null}
      </div>
    </Section>
  );
}
