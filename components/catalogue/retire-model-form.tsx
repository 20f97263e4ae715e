import { ActionForm } from '#components/forms/action-form.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { retireDeviceModelAction } from '#lib/actions/retire-device-model-action.ts';

/** Takes a model of the clinic's own off the list of what is offered. */
export function RetireModelForm({ modelId, model }: { modelId: string; model: string }) {
  return (
    <ActionForm action={retireDeviceModelAction} aria-label={`Retire ${model}`}>
      <input type="hidden" name="modelId" value={modelId} />
      <SubmitButton size="sm" variant="quiet" pendingLabel="Saving…">
        Retire<span className="sr-only"> {model}</span>
      </SubmitButton>
    </ActionForm>
  );
}
