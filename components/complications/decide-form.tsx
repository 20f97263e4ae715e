import { ActionForm } from '#components/forms/action-form.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { decideComplicationAction } from '#lib/actions/decide-complication-action.ts';
import type { DecideDraft } from '#lib/view/complications-page.ts';
import { COMPLICATION_LABELS as LABELS } from './labels.ts';
import { TurnFields, TurnPreviewSection } from './turn-fields.tsx';

/** Decides about the turns because of a complication on record. */
export function DecideForm({ caseId, draft }: { caseId: string; draft: DecideDraft }) {
  const { id, complicationId, headline, turns } = draft;
  return (
    <ActionForm
      action={decideComplicationAction}
      labels={LABELS}
      aria-label={`The turns: ${headline}`}
      className="mt-3 border-line border-l-3 pl-3"
    >
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="complicationId" value={complicationId} />
      <div className="grid max-w-3xl gap-4">
        <TurnFields turns={turns} mayWait={false} />
      </div>
      <TurnPreviewSection base={turns.base} />
      <div className="flex flex-wrap gap-2">
        <SubmitButton variant="secondary" name="intent" value="preview">
          Preview
        </SubmitButton>
        <SubmitButton pendingLabel="Saving…" name="intent" value="record">
          Decide
        </SubmitButton>
        <ButtonLink href={`/cases/${caseId}/complications#${complicationId}`} variant="quiet">
          Leave it as it is
        </ButtonLink>
      </div>
    </ActionForm>
  );
}
