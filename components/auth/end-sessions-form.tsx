import { ActionForm } from '#components/forms/action-form.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { endSessionsAction } from '#lib/actions/end-sessions-action.ts';

/** Ends every session of one's own: after a computer was left signed in, or lost. */
export function EndSessionsForm() {
  return (
    <ActionForm action={endSessionsAction} aria-label="Sign out everywhere">
      <p>
        Every browser in which you are signed in is signed out, this one too. Nothing that was saved is lost.
      </p>
      <SubmitButton variant="secondary" pendingLabel="Signing out…" className="justify-self-start">
        Sign out everywhere
      </SubmitButton>
    </ActionForm>
  );
}
