import { ActionForm } from '#components/forms/action-form.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { removeFromPlanAction } from '#lib/actions/remove-from-plan-action.ts';

type RemoveButtonProps = { id: string; what: 'block' | 'leave' | 'anaesthetist'; name: string };

/** Takes one thing out of the theatre plan. */
export function RemoveButton({ id, what, name }: RemoveButtonProps) {
  return (
    <ActionForm action={removeFromPlanAction} aria-label={`Remove: ${name}`}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="what" value={what} />
      <SubmitButton variant="quiet" size="sm" aria-label={`Remove: ${name}`}>
        Remove
      </SubmitButton>
    </ActionForm>
  );
}
