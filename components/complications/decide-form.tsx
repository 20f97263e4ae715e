import { ActionForm } from '#components/forms/action-form.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { decideComplicationAction } from '#lib/actions/decide-complication-action.ts';
import type { Choice } from '#lib/view/intake-words.ts';
import type { TurnPreview } from '#lib/view/turn-previews.ts';
import { COMPLICATION_LABELS as LABELS } from './labels.ts';
import { TurnFields } from './turn-fields.tsx';

export type DecideDraft = {
  id: string;
  complicationId: string;
  headline: string;
  devices: readonly Choice[];
  previews: readonly TurnPreview[];
};

/** Decides about the turns because of a complication on record. */
export function DecideForm({ caseId, draft }: { caseId: string; draft: DecideDraft }) {
  const { id, complicationId, headline, devices, previews } = draft;
  return (
    <ActionForm
      action={decideComplicationAction}
      labels={LABELS}
      aria-label={`The turns: ${headline}`}
      className="mt-3 max-w-3xl border-line border-l-3 pl-3"
    >
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="complicationId" value={complicationId} />
      <TurnFields devices={devices} previews={previews} mayWait={false} />
      <div className="flex flex-wrap gap-2">
        <SubmitButton pendingLabel="Saving…">Decide</SubmitButton>
        <ButtonLink href={`/cases/${caseId}/complications#${complicationId}`} variant="quiet">
          Leave it as it is
        </ButtonLink>
      </div>
    </ActionForm>
  );
}
