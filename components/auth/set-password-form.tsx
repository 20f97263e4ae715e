import { ActionForm } from '#components/forms/action-form.tsx';
import { SubmitButton } from '#components/forms/submit-button.tsx';
import { setPasswordAction } from '#lib/actions/set-password-action.ts';
import { NewPasswordFields, newPasswordLabels } from './new-password-fields.tsx';

/** The form at a one-time address, for the person named. */
export function SetPasswordForm({ token, name, email }: { token: string; name: string; email: string }) {
  return (
    <div className="grid gap-4">
      <h1 className="font-semibold text-2xl">Set your password</h1>
      <p>
        For {name}, {email}.
      </p>
      <ActionForm action={setPasswordAction} labels={newPasswordLabels} aria-label="Set your password">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="email" value={email} autoComplete="username" />
        <NewPasswordFields />
        <SubmitButton pendingLabel="Saving…">Set password</SubmitButton>
      </ActionForm>
    </div>
  );
}
