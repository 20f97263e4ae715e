import { ActionForm } from '#components/forms/action-form.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { markHandOverAction } from '#lib/actions/mark-hand-over-action.ts';

/** Remembers that everything on this page has been seen: the next hand-over starts where it ends. */
export function MarkHandOverForm({ seenUntil }: { seenUntil: number }) {
  return (
    <ActionForm action={markHandOverAction} aria-label="Mark as seen" className="gap-2!">
      <input type="hidden" name="seenUntil" value={seenUntil} />
      <SubmitButton variant="secondary" pendingLabel="Marking…" className="justify-self-start">
        Mark all of this as seen
      </SubmitButton>
    </ActionForm>
  );
}
