import { ActionForm } from '#components/forms/action-form.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { TextareaField } from '#components/forms/text-field.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Section } from '#components/ui/section.tsx';
import { reviewProtocolAction } from '#lib/actions/review-protocol-action.ts';
import type { ProtocolHistoryRow } from '#lib/view/protocol-history.ts';
import type { ProtocolPage } from '#lib/view/protocol-page.ts';
import { ComparisonView, Lines } from './comparison-view.tsx';
import { LaterVersions } from './later-versions.tsx';
import { RejudgedSlots } from './rejudged-slots.tsx';

type WaitingSectionProps = { caseId: string; row: ProtocolHistoryRow } & NonNullable<ProtocolPage['waiting']>;

/** A version that waits for a surgeon: what it would do, and for a surgeon the two answers. */
export function WaitingSection({ caseId, waiting, row, reviewId, isAuthor }: WaitingSectionProps) {
  const { version, startsInstead, rejudged, later, comparison } = waiting;
  return (
    <Section id="to-co-sign" title={`To co-sign: v${version}`} detail={row.amendment}>
      <div className="grid min-w-0 gap-4">
        <Alert level="look" title={`v${version} ${row.standing.words}.`}>
          <p>
            {row.author}, {row.published}. {row.reasonKind}: {row.reason} Unusual: {row.unusual.join(', ')}.
          </p>
          {startsInstead ? <p>Its start is past: signed now, it would hold from {startsInstead}.</p> : null}
          {reviewId === null ? (
            <p>
              {isAuthor ? 'You wrote it: another surgeon signs it.' : 'A surgeon signs it or declines it.'}
            </p>
          ) : null}
        </Alert>
        <Lines
          title={`The difference in words, ${row.against ?? ''} \u2192 v${version}`}
          lines={row.difference}
        />
        <LaterVersions later={later} />
        <ComparisonView comparison={comparison} name={`With v${version}`} />
        <RejudgedSlots rejudged={rejudged} />
        {reviewId === null ? null : (
          <ActionForm
            action={reviewProtocolAction}
            labels={{ note: 'Note', decision: 'Answer' }}
            aria-label={`Co-sign or decline version ${version}`}
            className="max-w-3xl"
          >
            <input type="hidden" name="caseId" value={caseId} />
            <input type="hidden" name="id" value={reviewId} />
            <input type="hidden" name="version" value={version} />
            <TextareaField
              name="note"
              label="Note"
              hint="To decline it, say why"
              rows={2}
              maxLength={1000}
              optional
            />
            <div className="flex flex-wrap gap-2">
              <SubmitButton name="decision" value="co-signed" pendingLabel="Signing…">
                Co-sign v{version}
              </SubmitButton>
              <SubmitButton name="decision" value="declined" variant="secondary" pendingLabel="Declining…">
                Decline v{version}
              </SubmitButton>
            </div>
          </ActionForm>
        )}
      </div>
    </Section>
  );
}
